import { parseUidSet } from '../../../engine/protocol/uid-set.ts';
import { wrong } from '../../argument-values.ts';
import type { Action } from '../command.ts';
import type { fetchOptions } from '../option-tables.ts';
import { type AskedItem, readFetchItems, requireOffered } from './fetch-items.ts';
import { describe } from './fetched-json.ts';
import { messageText } from './fetched-text.ts';
import { inMailbox } from './in-mailbox.ts';
import { printBytes, roomIn, SectionBytes } from './section-bytes.ts';

export const fetch: Action<typeof fetchOptions> = async ({ values, operands }, surroundings) => {
  const [mailbox = '', set = '', ...words] = operands;
  const { json = false, raw = false, ...rest } = values;
  if (json && raw) throw wrong('--json and --raw cannot be used together', 'Use one of them.');
  requireUids(set);
  const asked = readFetchItems(words);
  if (raw) requireOneSection(asked);
  const { stdout, stderr } = surroundings;
  let messages = 0;
  await inMailbox(mailbox, rest, surroundings, async session => {
    requireOffered(asked, session.capabilities);
    session.useLiteralStore(new SectionBytes(raw ? stdout : undefined));
    session.useGate({ ready: () => roomIn(stdout) });
    const items = asked.map(({ item }) => item);
    await session.uidFetch(set, [...new Set(['UID' as const, ...items])], message => {
      messages += 1;
      if (raw) {
        for (const { data } of message.sections) printBytes(data, stdout);
        return;
      }
      const described = describe(message, asked);
      stdout.write(json ? `${JSON.stringify(described)}\n` : messageText(described));
    });
  });
  if (messages === 0) stderr.write(`${mailbox} has no message with such a UID.\n`);
  return messages === 0 ? 'NO_IP_ADDR_FOUND' : 'SUCCESS';
};

function requireUids(set: string): void {
  if (parseUidSet(set) !== undefined) return;
  throw wrong(`'${set}' is no set of UIDs`, 'Use numbers such as 5, 5:9, 5,7 or 1:*.');
}

function requireOneSection(asked: readonly AskedItem[]): void {
  if (asked.length === 1 && asked[0]?.isSection === true) return;
  throw wrong('--raw takes one section and nothing else', 'Ask for BODY[] alone, for instance.');
}

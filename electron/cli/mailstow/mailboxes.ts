import { MailstowError } from '../../engine/errors.ts';
import { mailboxName } from '../../engine/mailbox-name.ts';
import { createMailbox, renameMailbox, setSubscribed } from '../../engine/mailboxes/change.ts';
import { typedName } from '../../engine/mailboxes/new-name.ts';
import {
  findOnServer,
  listOnServer,
  type ServerMailbox,
  type ServerMailboxes,
} from '../../engine/mailboxes/server-mailboxes.ts';
import { counted, printable, size } from '../../engine/report/words.ts';
import { countBytes } from '../../engine/run/choose/count-bytes.ts';
import type { Session } from '../../engine/session/session.ts';
import type { Action } from './command.ts';
import { onServer } from './on-server.ts';
import type { createMailboxOptions, mailboxesOptions } from './option-tables.ts';
import { tellOne } from './tell-one.ts';

export const list: Action<typeof mailboxesOptions> = async (
  { values },
  surroundings,
): Promise<'SUCCESS'> => {
  const { lost, mailboxes } = await onServer(values, surroundings, async session => {
    const listed = await listOnServer(session);
    return { ...listed, mailboxes: await withSizes(session, listed.mailboxes) };
  });
  const lines = values.json
    ? [...mailboxes.map(asJson), ...lost.map(({ text }) => lostAsJson(text))]
    : [
        ...mailboxes.map(inWords),
        ...lost.map(({ text }) => `${printable(text)}: subscribed, but not on the server`),
      ];
  for (const line of lines) surroundings.stdout.write(`${line}\n`);
  return 'SUCCESS';
};

export const create: Action<typeof createMailboxOptions> = async (
  { values, operands },
  surroundings,
): Promise<'SUCCESS'> => {
  const [text = ''] = operands;
  const { subscribe = false, ...account } = values;
  const name = await onServer(account, surroundings, async session => {
    const made = typedName(text, await listOnServer(session));
    await createMailbox(session, made);
    if (subscribe) await setSubscribed(session, made, true);
    return made;
  });
  const also = subscribe ? ' and subscribed' : '';
  tellOne(surroundings, values, `Made${also}: ${name.text}`, {
    event: 'created',
    mailbox: name.text,
    subscribed: subscribe,
  });
  return 'SUCCESS';
};

export const rename: Action<typeof mailboxesOptions> = async (
  { values, operands },
  surroundings,
): Promise<'SUCCESS'> => {
  const [text = '', newText = ''] = operands;
  const { from, to } = await onServer(values, surroundings, async session => {
    const listed = await listOnServer(session);
    const mailbox = require(listed, text);
    const name = typedName(newText, listed);
    await renameMailbox(session, mailbox, name, listed.mailboxes);
    return { from: mailbox.name.text, to: name.text };
  });
  tellOne(surroundings, values, `Renamed: ${from} is now ${to}`, { event: 'renamed', from, to });
  return 'SUCCESS';
};

export const subscribe: Action<typeof mailboxesOptions> = async (
  { values, operands: [text = ''] },
  surroundings,
): Promise<'SUCCESS'> => {
  const mailbox = await onServer(values, surroundings, async session => {
    const { name } = require(await listOnServer(session), text);
    await setSubscribed(session, name, true);
    return name.text;
  });
  tellOne(surroundings, values, `Subscribed: ${mailbox}`, { event: 'subscribed', mailbox });
  return 'SUCCESS';
};

export const unsubscribe: Action<typeof mailboxesOptions> = async (
  { values, operands: [text = ''] },
  surroundings,
): Promise<'SUCCESS'> => {
  const mailbox = await onServer(values, surroundings, async session => {
    const listed = await listOnServer(session);
    const isLost = listed.lost.find(each => each.text.normalize() === text.normalize());
    const name = isLost ?? require(listed, text).name;
    await setSubscribed(session, name, false);
    return name.text;
  });
  tellOne(surroundings, values, `No longer subscribed: ${mailbox}`, {
    event: 'unsubscribed',
    mailbox,
  });
  return 'SUCCESS';
};

function require(listed: ServerMailboxes, text: string): ServerMailbox {
  const found = findOnServer(listed, text);
  if (found !== undefined) return found;
  const mailbox = mailboxName(text).text;
  throw new MailstowError('mailbox-missing', { mailbox, args: { mailbox } });
}

/** What the server does not add up itself is counted. */
async function withSizes(
  session: Session,
  mailboxes: readonly ServerMailbox[],
): Promise<readonly ServerMailbox[]> {
  const sizes = new Map<unknown, number>();
  const lacking = mailboxes.filter(({ canBeOpened, bytes }) => canBeOpened && bytes === undefined);
  await countBytes(session, lacking, (mailbox, bytes) => sizes.set(mailbox, bytes));
  return mailboxes.map(mailbox => {
    const bytes = sizes.get(mailbox);
    return bytes === undefined ? mailbox : { ...mailbox, bytes };
  });
}

function asJson({ name, canBeOpened, use, isSubscribed, messages, bytes }: ServerMailbox): string {
  return JSON.stringify({
    mailbox: name.text,
    separator: name.delimiter,
    exists: true,
    holdsMail: canBeOpened,
    use: use ?? null,
    subscribed: isSubscribed,
    messages: messages ?? null,
    bytes: bytes ?? null,
  });
}

function lostAsJson(mailbox: string): string {
  return JSON.stringify({ mailbox, exists: false, subscribed: true });
}

function inWords({ name, canBeOpened, use, isSubscribed, messages, bytes }: ServerMailbox): string {
  const facts = [
    ...(canBeOpened ? [] : ['holds no mail itself']),
    ...(messages === undefined ? [] : [counted(messages, 'message')]),
    ...(bytes === undefined ? [] : [size(bytes)]),
    ...(use === undefined ? [] : [use]),
    ...(isSubscribed ? ['subscribed'] : []),
  ];
  return printable(facts.length === 0 ? name.text : `${name.text}: ${facts.join(', ')}`);
}

import { createHash } from 'node:crypto';
import type { MailboxName } from '../../mailbox-name.ts';
import type { ListResponse } from '../../protocol/response.ts';

/** What an archive remembers of the names it has given. */
export interface KnownNames {
  /** The key that a mailbox got when its raw name was first seen. */
  keyOf(raw: string): string | undefined;
}

const noNames: KnownNames = { keyOf: () => undefined };

/**
 * Names for mailboxes of one LIST. Of two whose bytes decode alike, the one that has the plain key in the archive
 * already keeps it, else the first; the others get digits of their raw name's hash behind it, and keep that.
 * @param listed each raw name once
 * @returns in the same order
 */
export function nameMailboxes(
  listed: readonly Pick<ListResponse, 'mailbox' | 'rawName' | 'delimiter'>[],
  known: KnownNames = noNames,
): MailboxName[] {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  const give = (raw: string, key: string) => {
    keys.set(raw, key);
    taken.add(key);
  };
  for (const { mailbox, rawName } of listed) {
    const key = known.keyOf(rawName);
    // One that is known by another text was read otherwise then.
    if (key === mailbox || key?.startsWith(`${mailbox}~`)) give(rawName, key);
  }
  const texts = new Set(listed.map(({ mailbox }) => mailbox));
  for (const { mailbox, rawName } of listed) {
    if (keys.has(rawName)) continue;
    if (!taken.has(mailbox)) give(rawName, mailbox);
    else
      give(
        rawName,
        freeKey(mailbox, rawName, key => taken.has(key) || texts.has(key)),
      );
  }
  return listed.map(({ mailbox, rawName, delimiter }) => ({
    text: mailbox,
    key: keys.get(rawName) ?? mailbox,
    delimiter,
    raw: rawName,
  }));
}

/** Four digits of the hash, more where another mailbox is called so. */
function freeKey(text: string, raw: string, isTaken: (key: string) => boolean): string {
  const hash = createHash('sha256').update(raw, 'latin1').digest('hex');
  const digits = [4, 8, 16].find(count => !isTaken(`${text}~${hash.slice(0, count)}`));
  return `${text}~${hash.slice(0, digits ?? hash.length)}`;
}

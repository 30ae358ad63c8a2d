import type { Session } from '../../session/session.ts';
import { staysInMailbox } from '../connection/stays-in-mailbox.ts';
import type { AccountMailbox } from './list-mailboxes.ts';

/** A message costs about 40 bytes of answer: 20 MB of traffic are as much as an estimate is worth. */
const mostCounted = 500_000;

/**
 * Adds up what the messages of mailboxes say of their sizes, one mailbox after the other, for servers that do not
 * add up themselves. Holds one sum in memory, whatever the mailboxes hold.
 * @param found told the bytes of a mailbox as soon as they are counted
 * @returns false where a mailbox was passed over: too much to count, or it does not open
 */
export async function countBytes(
  session: Session,
  mailboxes: readonly AccountMailbox[],
  found: (mailbox: AccountMailbox, bytes: number) => void,
): Promise<boolean> {
  // There every size costs the server as much as the message.
  if (session.isSizeDear) return false;
  let isWhole = true;
  let left = mostCounted;
  for (const mailbox of mailboxes) {
    const told = mailbox.status?.messages ?? 0;
    const bytes = told > left ? undefined : await bytesOf(session, mailbox, left);
    if (bytes === undefined) isWhole = false;
    else found(mailbox, bytes.sum);
    left -= bytes?.messages ?? 0;
  }
  return isWhole;
}

interface Bytes {
  readonly sum: number;
  readonly messages: number;
}

async function bytesOf(
  session: Session,
  { name }: AccountMailbox,
  most: number,
): Promise<Bytes | undefined> {
  let sum = 0;
  try {
    const { exists: messages } = await session.examine(name);
    if (messages > most) return undefined;
    if (messages > 0) {
      await session.uidFetch('1:*', ['UID', 'RFC822.SIZE'], ({ size = 0 }) => {
        sum += size;
      });
    }
    return Number.isSafeInteger(sum) ? { sum, messages } : undefined;
  } catch (error) {
    if (staysInMailbox(error)) return undefined;
    throw error;
  }
}

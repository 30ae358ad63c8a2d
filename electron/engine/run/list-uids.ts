import { MailstowError } from '../errors.ts';
import type { UidRanges } from '../protocol/response.ts';
import { count, fromNumbers, union } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { throttled } from './throttling.ts';

/**
 * The UIDs of every message in the open mailbox: by SEARCH, and where that fails or is capped
 * (mail-archiver#490, webmail-lite-8#74) by FETCH.
 * @param asked the answer to a SEARCH of all that was sent already
 * @throws MailstowError of kind `no-uids` when there are messages and the server names none
 */
export async function listUids(
  session: Session,
  mailbox: string,
  asked?: Promise<UidRanges>,
): Promise<UidRanges> {
  const exists = () => session.selected?.exists ?? 0;
  if (exists() === 0) return [];
  let searched: UidRanges = [];
  try {
    searched = await (asked ?? session.uidSearch({ all: true }));
    if (count(searched) >= exists()) return searched;
  } catch (error) {
    if (!(error instanceof MailstowError) || error.failure.scope === 'account') throw error;
    if (throttled(error.failure)?.ofAccount) throw error;
  }
  const fetched: number[] = [];
  await session.uidFetch('1:*', ['UID'], ({ uid }) => {
    if (uid !== undefined) fetched.push(uid);
  });
  const all = union(searched, fromNumbers(fetched));
  if (all.length > 0) return all;
  throw new MailstowError('no-uids', 'mailbox', {
    message: `The server says that ${mailbox} has messages, but names none of them.`,
    nextStep: 'Try again later; if it stays so, tell the server’s administrator.',
    mailbox,
  });
}

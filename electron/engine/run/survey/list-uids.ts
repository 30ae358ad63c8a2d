import { MailstowError } from '../../errors.ts';
import type { UidRanges } from '../../protocol/response.ts';
import { count, fromNumbers, subtract, union } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { throttled } from '../connection/throttling.ts';

/**
 * The UIDs of every message in the open mailbox: by SEARCH, and where that fails, is capped
 * (mail-archiver#490, webmail-lite-8#74) or names more than there is, by FETCH. Mail comes and goes
 * in the meantime, so a difference to what the server counts is looked at again until it stands still.
 * @param asked the answer to a SEARCH of all that was sent already
 * @throws MailstowError of kind `no-uids` when there are messages and the server names none
 */
export async function listUids(
  session: Session,
  mailbox: string,
  asked?: Promise<UidRanges>,
): Promise<UidRanges> {
  let uids = await listOnce(session, asked);
  for (let looks = 1; looks < mostLooks && count(uids) !== existing(session); looks += 1) {
    const before = { uids, exists: existing(session) };
    // Now the server says what came and went.
    await session.noop();
    uids = await listOnce(session);
    if (existing(session) === before.exists && isSame(uids, before.uids)) break;
  }
  if (uids.length > 0 || existing(session) === 0) return uids;
  throw new MailstowError('messages-not-named', { args: { mailbox }, mailbox });
}

/** In a mailbox that never stands still the last look counts. */
const mostLooks = 10;

function isSame(a: UidRanges, b: UidRanges): boolean {
  return count(a) === count(b) && subtract(a, b).length === 0;
}

async function listOnce(session: Session, asked?: Promise<UidRanges>): Promise<UidRanges> {
  if (existing(session) === 0) return [];
  const searched = await orIfRefused(asked ?? session.uidSearch({ all: true }), []);
  if (count(searched) === existing(session)) return searched;
  const fetched: number[] = [];
  await session.uidFetch('1:*', ['UID'], ({ uid }) => {
    if (uid !== undefined) fetched.push(uid);
  });
  const told = fromNumbers(fetched);
  // A set may claim four thousand million messages in a few bytes; FETCH names each.
  return count(searched) > existing(session) ? told : union(searched, told);
}

/** The answer to a SEARCH, or something else where the server refuses it for its own reasons. */
export async function orIfRefused<T>(answer: Promise<T>, instead: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof MailstowError) || error.failure.scope === 'account') throw error;
    if (throttled(error.failure)?.ofAccount) throw error;
    return instead;
  }
}

function existing(session: Session): number {
  return session.selected?.exists ?? 0;
}

import { MailstowError } from '../../errors.ts';
import { fromNumbers, intersect, numbers } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { isFinalRefusal } from '../connection/final-refusal.ts';
import { isRefusalOfMessages } from './refusal-of-messages.ts';

/** Those of the UIDs that the server still has; one that leaves UID out of FETCH names them in SEARCH. */
export async function stillThere(session: Session, uids: readonly number[]): Promise<number[]> {
  const set = fromNumbers(uids);
  const named: number[] = [];
  try {
    await session.uidFetch(set, ['UID'], ({ uid }) => {
      if (uid !== undefined) named.push(uid);
    });
  } catch (error) {
    // A server that cannot read a message may refuse any word about it.
    if (!isRefusalOfMessages(error)) throw error;
    named.length = 0;
  }
  if (named.length > 0) return named;
  // SEARCH may name what is gone until the server has had the chance to say so (RFC 9051 section 7.5.1).
  await session.noop();
  try {
    return [...numbers(intersect(await session.uidSearch({ uids: set }), set))];
  } catch (error) {
    // Nothing found may come as an answer without data (MailKit#1177).
    if (error instanceof MailstowError && error.kind === 'no-uids') return [];
    if (isFinalRefusal(error)) return [...uids];
    throw error;
  }
}

import { isUnanswered } from '../../session/refusal.ts';
import { quirkNotConnected } from './retry.ts';
import { throttled } from './throttling.ts';

/**
 * An answer that a run can do without: refused, lacking or unreadable, it never ends one.
 * @throws what is about the connection or the account, a pause that the server asks for included
 */
export async function optional<T>(answer: Promise<T>, instead: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isUnanswered(error) || quirkNotConnected(error.failure)) throw error;
    if (throttled(error.failure)?.ofAccount) throw error;
    return instead;
  }
}

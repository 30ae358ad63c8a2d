import { MailstowError } from '../../errors.ts';
import { quirkNotConnected } from '../connection/retry.ts';
import { throttled } from '../connection/throttling.ts';

/** NO or BAD that is about the messages asked for, not about the connection or the account. */
export function isRefusalOfMessages(error: unknown): error is MailstowError {
  if (!(error instanceof MailstowError) || error.failure.scope !== 'message') return false;
  return throttled(error.failure) === undefined && !quirkNotConnected(error.failure);
}

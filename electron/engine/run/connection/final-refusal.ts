import { MailstowError } from '../../errors.ts';
import { isRefusal } from '../../session/refusal.ts';
import { throttled } from './throttling.ts';

/** True when the server refused a command, and not only for the moment. */
export function isFinalRefusal(error: unknown): boolean {
  return (
    isRefusal(error) && error instanceof MailstowError && throttled(error.failure) === undefined
  );
}

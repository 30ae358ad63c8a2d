import { MailstowError } from '../errors.ts';
import type { ThreadTask } from './messages.ts';

/**
 * Why a thread ended that nobody ended.
 * @param cause what its `error` event told, or that there was none
 */
export function threadDeath(task: ThreadTask, cause: unknown): MailstowError {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new MailstowError(`${task}-out-of-memory`, { cause });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new MailstowError(`${task}-ended`, { args: { reason }, cause });
}

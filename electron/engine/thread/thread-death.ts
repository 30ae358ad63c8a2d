import { MailstowError } from '../errors.ts';

/**
 * Why a thread ended that nobody ended.
 * @param task what it did, for people: "archives mail"
 * @param cause what its `error` event told, or that there was none
 */
export function threadDeath(task: string, cause: unknown): MailstowError {
  const part = `The part of Mailstow that ${task}`;
  if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new MailstowError('defect', 'run', {
      message: `${part} ran out of memory.`,
      nextStep:
        'Try again; if it happens twice, please report it. Nothing that is archived is harmed.',
      cause,
    });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new MailstowError('defect', 'run', {
    message: `${part} stopped unexpectedly: ${reason}.`,
    nextStep: 'Try again; nothing that is archived is harmed. The log says more.',
    cause,
  });
}

import { MailstowError } from '../../errors.ts';

/** Of that mailbox alone: a refusal about messages that nobody could narrow down is the mailbox's. */
export function staysInMailbox(error: unknown): error is MailstowError {
  const scope = error instanceof MailstowError ? error.failure.scope : undefined;
  return scope === 'mailbox' || scope === 'message';
}

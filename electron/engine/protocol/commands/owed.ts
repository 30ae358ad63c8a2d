import type { FailureKind } from '../../../../shared/model/failure.ts';
import { MailstowError } from '../../errors.ts';

/** The server answered OK without the data that the command is for. */
export function owed(
  command: string,
  data: string,
  kind: FailureKind = 'unknown-response',
  scope: 'mailbox' | 'account' = 'account',
): MailstowError {
  return new MailstowError(kind, scope, {
    message: `The server answered ${command} with OK but without ${data}.`,
    nextStep: 'Run it again; if it happens twice, tell the administrator of the server.',
  });
}

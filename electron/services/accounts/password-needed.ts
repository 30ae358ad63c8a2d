import { MailstowError } from '../../engine/errors.ts';

export function passwordNeeded(user: string): MailstowError {
  return new MailstowError('password-needed', { args: { user } });
}

import { MailstowError } from '../../errors.ts';

/** What the server said is not what the mechanism allows. Its words are not told: they may be made of the password. */
export function exchangeBroken(mechanism: string): MailstowError {
  return new MailstowError('sign-in-broken', { args: { mechanism } });
}

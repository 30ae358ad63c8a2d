import { wrong } from '../argument-values.ts';
import { askPassword } from './ask-password.ts';
import type { Surroundings } from './command.ts';

/** Characters: whoever can try may try day and night. */
const shortestPassword = 10;

/** @throws MailstowError of kind `arguments` */
export function longEnough(password: string): string {
  if ([...password].length >= shortestPassword) return password;
  throw wrong(`The password has fewer than ${shortestPassword} characters`, 'Choose a longer one.');
}

/** Asks twice for a password that is to be set. @throws MailstowError */
export async function askNewPassword(
  question: string,
  terminal: Pick<Surroundings, 'stdin' | 'stderr' | 'signal'>,
): Promise<string> {
  const password = longEnough(await askPassword(question, terminal));
  if ((await askPassword('Repeat the password: ', terminal)) === password) return password;
  throw wrong('The passwords don’t match', 'Try again.');
}

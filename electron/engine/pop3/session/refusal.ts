import { MailstowError } from '../../errors.ts';

/** Makes the failure of a command out of its -ERR. @param text behind -ERR, secrets masked */
export type Refusal = (command: string, text: string) => MailstowError;

/** A refusal that says no more than which command it was. */
export const commandRefused: Refusal = (command, text) =>
  new MailstowError('command-refused', { args: { command }, serverText: text });

/** RETR or TOP of one message; the connection is as good as before. */
export const messageRefused: Refusal = (command, text) =>
  new MailstowError('command-refused', {
    scope: 'message',
    args: { command },
    serverText: text,
  });

/** True for a refusal of what takes the command UTF8 before it (RFC 6856 section 2.1). */
export function asksForUtf8(text = ''): boolean {
  return /^\[UTF8\]/i.test(text);
}

/** STLS; there is no going on without it. */
export const stlsRefused: Refusal = (_command, text) =>
  new MailstowError('starttls-refused', { serverText: text });

const aboutMaildrop = /^\[(?:IN-USE|LOGIN-DELAY|SYS\/TEMP|SYS\/PERM)(?:[\s\]]|$)/i;

/**
 * A login that is refused for the maildrop's sake and not for the password's (RFC 2449 section 8.1, RFC 3206).
 * @returns undefined for any other refusal
 */
export function maildropRefused(text: string): MailstowError | undefined {
  if (!aboutMaildrop.test(text)) return undefined;
  const isInUse = /^\[IN-USE/i.test(text);
  return new MailstowError(isInUse ? 'maildrop-in-use' : 'maildrop-unavailable', {
    serverText: text,
  });
}

/** True for a command that the server answered with -ERR: the connection is as good as before. */
export function isRefusal(thrown: unknown): thrown is MailstowError {
  return thrown instanceof MailstowError && thrown.failure.code === 'command-refused';
}

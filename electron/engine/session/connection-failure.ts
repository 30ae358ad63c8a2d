import type { FailureScope } from '../../../shared/model/failure.ts';
import { MailstowError } from '../errors.ts';
import type { StatusResponse } from '../protocol/response.ts';
import { wordsOf } from './server-words.ts';

/** Not one byte of an answer came within the silence that is allowed. */
export function noAnswer(command: string, milliseconds: number): MailstowError {
  return new MailstowError('no-answer', { args: { command, seconds: milliseconds / 1000 } });
}

/** An answer, or the greeting, began or was owed, and then nothing more came. */
export function fellSilent(milliseconds: number): MailstowError {
  return new MailstowError('server-fell-silent', { args: { seconds: milliseconds / 1000 } });
}

/** Much is said, and nothing of it brings the answer nearer. */
export function endlessAnswer(command: string): MailstowError {
  return new MailstowError('endless-answer', { args: { command } });
}

/** What stands where the greeting should (RFC 9051 section 7.1). */
export function notAGreeting(): MailstowError {
  return new MailstowError('not-a-greeting');
}

/** `+OK`, where an IMAP server says `* OK` (RFC 1939 section 4). */
export function greetingOfPop3(): MailstowError {
  return new MailstowError('greeting-of-pop3');
}

/** BYE in place of a greeting. */
export function turnedAway(greeting: StatusResponse): MailstowError {
  return turnedAwayWith(wordsOf(greeting));
}

export function turnedAwayWith(serverText: string): MailstowError {
  return new MailstowError('turned-away', { serverText });
}

/** A tagged answer to a command that is not in flight, or a tagged line that is none. */
export function unknownAnswer(): MailstowError {
  return new MailstowError('answer-without-command');
}

/** The answer to one command was lost in a response that cannot be read. */
export function unreadable(
  command: string,
  reason: string,
  scope: FailureScope,
  mailbox: string | undefined,
): MailstowError {
  return new MailstowError('unreadable-answer', { scope, mailbox, args: { command, reason } });
}

/** Bytes behind the answer to STARTTLS and before the handshake (RFC 9051 section 6.2.1). */
export function injected(): MailstowError {
  return new MailstowError('bytes-before-encryption');
}

/** The same failure with the server's last words beside it, where it had any and none are there. */
export function withWords(thrown: unknown, words: string | undefined): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  if (!(thrown instanceof MailstowError) || words === undefined) return thrown;
  return new MailstowError({ serverText: words, ...thrown.failure }, { cause: thrown });
}

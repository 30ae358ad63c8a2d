import type { FailureScope } from '../../../shared/model/failure.ts';
import { MailstowError } from '../errors.ts';
import type { StatusResponse } from '../protocol/response.ts';
import { wordsOf } from './server-words.ts';

const tryAgain = 'Try again; what is stored already is not fetched again.';
const serverAtFault = 'Try again; if it stays so, the server or a proxy before it is at fault.';

/** Not one byte of an answer came within the silence that is allowed. */
export function noAnswer(command: string, milliseconds: number): MailstowError {
  return new MailstowError('no-answer', 'account', {
    message: `The server did not answer ${command} within ${milliseconds / 1000} s.`,
    nextStep: tryAgain,
  });
}

/** An answer, or the greeting, began or was owed, and then nothing more came. */
export function fellSilent(milliseconds: number): MailstowError {
  return new MailstowError('receive', 'account', {
    message: `The server fell silent: nothing came for ${milliseconds / 1000} s.`,
    nextStep: tryAgain,
  });
}

/** Much is said, and nothing of it brings the answer nearer. */
export function endlessAnswer(command: string): MailstowError {
  return new MailstowError('unknown-response', 'account', {
    message: `The server keeps talking and never answers ${command}.`,
    nextStep: serverAtFault,
  });
}

/** What stands where the greeting should (RFC 9051 section 7.1). */
export function notAGreeting(): MailstowError {
  return new MailstowError('unknown-response', 'account', {
    message: 'The server does not greet as an IMAP server does.',
    nextStep: 'Check the server name, the port, and whether the port wants TLS from the start.',
  });
}

/** BYE in place of a greeting. */
export function turnedAway(greeting: StatusResponse): MailstowError {
  return new MailstowError('connection', 'account', {
    message: 'The server turned the connection away.',
    nextStep: 'Read what the server says; often it helps to try again later.',
    serverText: wordsOf(greeting),
  });
}

/** A tagged answer to a command that is not in flight, or a tagged line that is none. */
export function unknownAnswer(): MailstowError {
  return new MailstowError('unknown-response', 'account', {
    message: 'The server sent an answer that belongs to no command.',
    nextStep: serverAtFault,
  });
}

/** The answer to one command was lost in a response that cannot be read. */
export function unreadable(
  command: string,
  reason: string,
  scope: FailureScope,
  mailbox: string | undefined,
): MailstowError {
  return new MailstowError('unparsable-response', scope, {
    ...(mailbox !== undefined && { mailbox }),
    message: `The server's answer to ${command} cannot be read: ${reason}.`,
    nextStep: serverAtFault,
  });
}

/** Bytes behind the answer to STARTTLS and before the handshake (RFC 9051 section 6.2.1). */
export function injected(): MailstowError {
  return new MailstowError('connection', 'account', {
    message: 'Something was sent between the answer to STARTTLS and the start of encryption.',
    nextStep:
      'Somebody may be tampering with the connection; try another network, or TLS from the start.',
  });
}

/** The same failure with the server's last words beside it, where it had any and none are there. */
export function withWords(thrown: unknown, words: string | undefined): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  if (!(thrown instanceof MailstowError) || words === undefined) return thrown;
  const { kind, scope, ...details } = thrown.failure;
  return new MailstowError(kind, scope, { serverText: words, ...details, cause: thrown });
}

import type { FailureScope } from '../../../shared/model/failure.ts';
import { MailstowError } from '../errors.ts';
import type { StatusResponse } from '../protocol/response.ts';
import { wordsOf } from './server-words.ts';

/** Makes the failure of a command out of its tagged NO or BAD. */
export type Refusal = (command: string, completion: StatusResponse) => MailstowError;

const readWords = 'Read what the server says; often it helps to try again later.';

/** A refusal that says no more than which command it was. */
export const refusedIn =
  (scope: FailureScope, mailbox?: string): Refusal =>
  (command, completion) =>
    new MailstowError('unknown-response', scope, {
      message: `The server refused the command ${command}.`,
      nextStep: readWords,
      serverText: wordsOf(completion),
      ...(mailbox !== undefined && { mailbox }),
    });

/** SELECT, EXAMINE or STATUS of a mailbox; BAD is a misunderstanding about the command. */
export const mailboxRefused =
  (mailbox: string): Refusal =>
  (command, completion) =>
    completion.status === 'BAD'
      ? refusedIn('mailbox', mailbox)(command, completion)
      : new MailstowError('mailbox-not-found', 'mailbox', {
          message: `The server does not open the mailbox ${mailbox}.`,
          nextStep: 'Check the name of the mailbox, and read what the server says.',
          serverText: wordsOf(completion),
          mailbox,
        });

/** UID FETCH; NONEXISTENT (RFC 5530 section 3) tells that the mailbox was deleted, and not of a message. */
export const messagesRefused =
  (mailbox: string): Refusal =>
  (command, completion) =>
    completion.code?.name === 'NONEXISTENT'
      ? new MailstowError('mailbox-not-found', 'mailbox', {
          message: `The mailbox ${mailbox} was deleted on the server while it was being archived.`,
          nextStep: 'What is stored stays; nothing more can be fetched from it.',
          serverText: wordsOf(completion),
          mailbox,
        })
      : refusedIn('message', mailbox)(command, completion);

/** STARTTLS; there is no going on without it. */
export const startTlsRefused: Refusal = (_command, completion) =>
  new MailstowError('connection', 'account', {
    message: 'The server refused to encrypt the connection by STARTTLS.',
    nextStep: 'Use TLS from the start (-T) if the server offers that.',
    serverText: wordsOf(completion),
  });

/** STARTTLS was asked for and the server cannot do it, or not any more. */
export function startTlsMissing(): MailstowError {
  return new MailstowError('connection', 'account', {
    message: 'The server does not offer to encrypt the connection by STARTTLS.',
    nextStep: 'Use TLS from the start (-T) if the server offers that.',
  });
}

/** True for a command whose answer is a NO, a BAD, unreadable or lacking: the connection is as good as before. */
export function isUnanswered(thrown: unknown): thrown is MailstowError {
  if (!(thrown instanceof MailstowError)) return false;
  return thrown.kind === 'unknown-response' || thrown.kind === 'unparsable-response';
}

/** True for a command that the server answered with NO or BAD: the connection is as good as before. */
export function isRefusal(thrown: unknown): boolean {
  return (
    thrown instanceof MailstowError &&
    thrown.kind === 'unknown-response' &&
    thrown.failure.serverText !== undefined
  );
}

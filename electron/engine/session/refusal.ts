import type { FailureScope } from '../../../shared/model/failure.ts';
import { MailstowError } from '../errors.ts';
import type { StatusResponse } from '../protocol/response.ts';
import { wordsOf } from './server-words.ts';

/** Makes the failure of a command out of its tagged NO or BAD. */
export type Refusal = (command: string, completion: StatusResponse) => MailstowError;

/** A refusal that says no more than which command it was. */
export const refusedIn =
  (scope: FailureScope, mailbox?: string): Refusal =>
  (command, completion) =>
    new MailstowError('command-refused', {
      scope,
      mailbox,
      args: { command },
      serverText: wordsOf(completion),
    });

/** SELECT, EXAMINE or STATUS of a mailbox; BAD is a misunderstanding about the command. */
export const mailboxRefused =
  (mailbox: string): Refusal =>
  (command, completion) => {
    if (completion.status === 'BAD') return refusedIn('mailbox', mailbox)(command, completion);
    // RFC 5530 section 3.
    const isMissing = completion.code?.name === 'NONEXISTENT';
    return new MailstowError(isMissing ? 'mailbox-missing' : 'mailbox-refused', {
      mailbox,
      args: { mailbox },
      serverText: wordsOf(completion),
    });
  };

/** UID FETCH; NONEXISTENT (RFC 5530 section 3) tells that the mailbox was deleted, and not of a message. */
export const messagesRefused =
  (mailbox: string): Refusal =>
  (command, completion) =>
    completion.code?.name === 'NONEXISTENT'
      ? new MailstowError('mailbox-deleted', {
          mailbox,
          args: { mailbox },
          serverText: wordsOf(completion),
        })
      : refusedIn('message', mailbox)(command, completion);

/** STARTTLS; there is no going on without it. */
export const startTlsRefused: Refusal = (_command, completion) =>
  new MailstowError('starttls-refused', { serverText: wordsOf(completion) });

/** STARTTLS was asked for and the server cannot do it, or not any more. */
export function startTlsMissing(): MailstowError {
  return new MailstowError('starttls-not-offered');
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

import type { Failure } from '../../../shared/model/failure.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { Archive } from '../archive/archive.ts';
import { MailstowError } from '../errors.ts';
import type { ListedMailbox, Session } from '../session/session.ts';
import { archiveMailbox, type MailboxResult } from './archive-mailbox.ts';
import { Line } from './line.ts';

/**
 * One run: everything the request asks for, from the greeting to the last file.
 * @param emit told what happens; about ten progress events a second at most
 * @param signal ends the run early; what is stored by then stays
 * @throws MailstowError when the run could not go on; a failure of one message or, among several, of
 *   one mailbox is in the result instead
 */
export async function archiveAccount(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<RunResult> {
  const [line, ...others] = openable(request, emit, signal);
  let archive: Archive | undefined;
  try {
    await line.open();
    // Only now, so that a wrong password or server leaves no folder marked with that account.
    archive = await Archive.open({
      folder: request.folder,
      layout: request.layout,
      extension: request.extension,
      account: { user: request.credentials.user, host: request.server.host },
      onWarning: message => emit({ event: 'warning', message }),
    });
    const mailboxes = await line.run(session => chooseMailboxes(session, request));
    const results: MailboxResult[] = [];
    const problems: Failure[] = [];
    for (const { mailbox, delimiter } of mailboxes) {
      try {
        const lines = [line, ...others] as const;
        const result = await archiveMailbox({ request, archive, mailbox, delimiter, lines, emit });
        results.push(result);
        problems.push(...result.report.problems);
        for (const failure of result.report.problems) emit({ event: 'problem', failure });
      } catch (error) {
        if (mailboxes.length === 1 || !staysInMailbox(error)) throw error;
        problems.push(error.failure);
        emit({ event: 'problem', failure: error.failure });
      }
    }
    return summary(results, problems);
  } catch (error) {
    throw signal.aborted ? stopped() : error;
  } finally {
    await Promise.all([line, ...others].map(each => each.close()));
    await archive?.close();
  }
}

function openable(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): [Line, ...Line[]] {
  const more = Array.from(
    { length: request.connections - 1 },
    () => new Line(request, emit, signal),
  );
  return [new Line(request, emit, signal), ...more];
}

/** The mailboxes to archive, in the server's order. */
async function chooseMailboxes(
  session: Session,
  { mailboxes }: RunRequest,
): Promise<{ mailbox: string; delimiter: string | null }[]> {
  if (mailboxes !== 'all') {
    return mailboxes.map(mailbox => ({ mailbox: canonical(mailbox), delimiter: null }));
  }
  const listed = await session.list();
  const selectable = listed.filter(isSelectable);
  if (selectable.length > 0) return selectable;
  throw new MailstowError('mailbox-not-found', 'account', {
    message: 'The server lists no mailbox at all.',
    nextStep: 'This can pass: run it again in a few minutes. Nothing was changed.',
  });
}

function isSelectable({ attributes }: ListedMailbox): boolean {
  return !attributes.some(attribute => /^\\(noselect|nonexistent)$/i.test(attribute));
}

/** INBOX is the one name without case (RFC 9051 section 5.1). */
function canonical(mailbox: string): string {
  return mailbox.toUpperCase() === 'INBOX' ? 'INBOX' : mailbox;
}

function staysInMailbox(error: unknown): error is MailstowError {
  return error instanceof MailstowError && error.failure.scope === 'mailbox';
}

function summary(results: readonly MailboxResult[], problems: readonly Failure[]): RunResult {
  const sum = (of: (result: MailboxResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    stored: sum(result => result.stored),
    renamed: sum(result => result.renamed),
    octets: sum(result => result.octets),
    mailboxes: results.map(result => result.report),
    problems,
  };
}

function stopped(): MailstowError {
  return new MailstowError('stopped', 'run', {
    message: 'The run was stopped.',
    nextStep: 'What is stored stays; run it again to go on.',
  });
}

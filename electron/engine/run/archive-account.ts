import type { Failure } from '../../../shared/model/failure.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { Archive } from '../archive/archive.ts';
import { MailstowError } from '../errors.ts';
import { AllMail } from './all-mail.ts';
import { archiveMailbox, kindOf, type MailboxResult } from './archive-mailbox.ts';
import { chooseMailboxes } from './choose-mailboxes.ts';
import { Line } from './line.ts';
import { RunControl } from './run-control.ts';

/**
 * One run: everything the request asks for, from the greeting to the last file.
 * @param emit told what happens; about ten progress events a second at most
 * @param signal ends the run early; what is stored by then stays
 * @param control pauses and resumes it
 * @throws MailstowError when the run could not go on; a failure of one message or, among several, of
 *   one mailbox is in the result instead
 */
export async function archiveAccount(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  control = new RunControl(),
): Promise<RunResult> {
  const [line, ...others] = openable(request, emit, signal, control);
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
    const warn = (message: string) => emit({ event: 'warning', message });
    const mailboxes = await line.run(session => chooseMailboxes(session, request.mailboxes, warn));
    const allMail = new AllMail(mailboxes, request.separate);
    const results: MailboxResult[] = [];
    const problems: Failure[] = [];
    for (const chosen of mailboxes) {
      try {
        const lines = [line, ...others] as const;
        const result = await archiveMailbox({
          ...chosen,
          request,
          archive,
          lines,
          allMail,
          emit,
        });
        results.push(result);
        problems.push(...result.report.problems);
        for (const failure of result.report.problems) emit({ event: 'problem', failure });
        const box = await archive.mailbox(chosen.mailbox, chosen.delimiter);
        await allMail.learn(line, chosen, box, kindOf(request));
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
  control: RunControl,
): [Line, ...Line[]] {
  const line = () => new Line(request, emit, signal, control);
  return [line(), ...Array.from({ length: request.connections - 1 }, line)];
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

import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { Archive } from '../archive/archive.ts';
import { MailstowError, toFailure } from '../errors.ts';
import { ServerHabits } from '../session/server-habits.ts';
import { AllMail } from './all-mail.ts';
import { archiveMailbox } from './archive-mailbox.ts';
import { chooseMailboxes } from './choose-mailboxes.ts';
import { inRounds } from './in-rounds.ts';
import { keepCertificate, keepUnfinished } from './keep-certificate.ts';
import { Line } from './line.ts';
import type { AccountMailbox } from './list-mailboxes.ts';
import { RunControl } from './run-control.ts';
import { RunRecord } from './run-record.ts';
import { isMailboxPutOff } from './throttling.ts';

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
  const record = new RunRecord();
  const tell = (event: RunEvent) => {
    record.note(event);
    emit(event);
  };
  const warn = (message: string) => emit({ event: 'warning', message });
  const open = () => openArchive(request, warn);
  const [line, ...others] = openable(request, tell, signal, control);
  let archive: Archive | undefined;
  try {
    await line.open();
    // Only now, so that a wrong password or server leaves no folder marked with that account.
    archive = await open();
    const { names } = archive;
    const mailboxes = await line.run(session =>
      chooseMailboxes(session, request.mailboxes, names, warn),
    );
    const allMail = new AllMail(mailboxes, request.separate);
    const keys = mailboxes.map(({ name }) => name.key);
    record.chose(keys);
    emit({ event: 'mailboxes', mailboxes: keys });
    const shared = { request, archive, lines: [line, ...others] as const, allMail, emit: tell };
    const failed = (chosen: AccountMailbox, error: unknown) => {
      if (mailboxes.length === 1 || !staysInMailbox(error)) throw error;
      record.failed(chosen.name.key, error.failure);
      emit({ event: 'problem', failure: error.failure });
    };
    await inRounds(mailboxes, {
      patience: request.patience,
      signal,
      emit,
      work: async chosen => {
        try {
          const result = await archiveMailbox({ ...chosen, mailbox: chosen.name.key, ...shared });
          record.finished(result);
          for (const failure of result.report.problems) emit({ event: 'problem', failure });
          await allMail.learn(line, chosen, shared.archive);
        } catch (error) {
          if (error instanceof MailstowError && isMailboxPutOff(error.failure)) throw error;
          failed(chosen, error);
        }
      },
      gaveUp: failed,
    });
    keepCertificate(archive, record, request);
    return record.result();
  } catch (error) {
    const ended = signal.aborted ? stopped() : error;
    await keepUnfinished(archive, open, record, request, toFailure(ended));
    throw ended;
  } finally {
    for (const each of [line, ...others]) each.close();
    await archive?.close();
  }
}

/**
 * Milliseconds that a further connection is waited for: what it had to do is the first one's after that,
 * and the next mailbox tries it again.
 */
const helpersPatience = 5_000;

function openable(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  control: RunControl,
): [Line, ...Line[]] {
  const shared = { emit, signal, control, habits: new ServerHabits() };
  const helper = () => new Line({ ...shared, access: { ...request, patience: helpersPatience } });
  return [
    new Line({ ...shared, access: request }),
    ...Array.from({ length: request.connections - 1 }, helper),
  ];
}

/** A refusal about messages that nobody could narrow down is the mailbox's. */
function staysInMailbox(error: unknown): error is MailstowError {
  const scope = error instanceof MailstowError ? error.failure.scope : undefined;
  return scope === 'mailbox' || scope === 'message';
}

function openArchive(request: RunRequest, warn: (message: string) => void): Promise<Archive> {
  return Archive.open({
    folder: request.folder,
    layout: request.layout,
    extension: request.extension,
    account: { user: request.credentials.user, host: request.server.host },
    overrideAccount: request.overrideAccount,
    onWarning: warn,
  });
}

function stopped(): MailstowError {
  return new MailstowError('stopped', 'run', {
    message: 'The run was stopped.',
    nextStep: 'What is stored stays; run it again to go on.',
  });
}

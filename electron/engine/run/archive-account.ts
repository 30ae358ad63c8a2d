import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import type { ReplacedIdentity } from '../archive/account-identity.ts';
import { Archive } from '../archive/archive.ts';
import { MailstowError, toFailure } from '../errors.ts';
import { ServerHabits } from '../session/server-habits.ts';
import { archiveChosen } from './archive-chosen.ts';
import { chooseMailboxes } from './choose/choose-mailboxes.ts';
import { Line } from './connection/reconnecting-session.ts';
import { RunControl } from './connection/run-control.ts';
import { extrasOf, keepExtras } from './extras/extras.ts';
import { keepProof, keepUnfinished } from './keep-report.ts';
import { recognisedAs } from './recognise/moved-account.ts';
import { RunRecord } from './run-record.ts';

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
  const warn = (message: string) => tell({ event: 'warning', message });
  const open = (replaces?: ReplacedIdentity) => openArchive(request, warn, signal, replaces);
  const lines = openable(request, tell, signal, control);
  const [line] = lines;
  let archive: Archive | undefined;
  try {
    await line.open();
    // Only now, so that a wrong password or server leaves no folder marked with that account.
    archive = await open(await recognisedAs(line, request, warn));
    const { names } = archive;
    const extras = extrasOf(request, archive);
    const labels = extras.index || extras.labelFolders;
    const chosen = await line.run(session =>
      chooseMailboxes(session, request.mailboxes, names, warn),
    );
    await archiveChosen(chosen, { request, archive, lines, record, labels, signal, emit: tell });
    await keepExtras(extras, archive, warn, signal);
    const { verdict } = keepProof(archive, folder => record.proof(request, folder), warn);
    emit({ event: 'verdict', verdict });
    return record.result(verdict);
  } catch (error) {
    const thrown = signal.aborted ? stopped() : error;
    const ended = toFailure(thrown);
    const prove = (folder: string) => record.proof(request, folder, ended);
    const kept = await keepUnfinished(archive, request, open, { prove, warn });
    emit({ event: 'verdict', verdict: kept?.verdict ?? record.verdict(ended) });
    throw thrown;
  } finally {
    for (const each of lines) each.close();
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

function openArchive(
  request: RunRequest,
  warn: (message: string) => void,
  signal: AbortSignal,
  replaces: ReplacedIdentity | undefined,
): Promise<Archive> {
  return Archive.open({
    folder: request.folder,
    layout: request.layout,
    extension: request.extension,
    account: { user: request.credentials.user, host: request.server.host },
    overrideAccount: request.overrideAccount,
    replaces,
    mustExist: request.mustExist ?? false,
    ...(request.sharedFolder !== undefined && { sharedFolder: request.sharedFolder }),
    onWarning: warn,
    signal,
  });
}

function stopped(): MailstowError {
  return new MailstowError('run-stopped');
}

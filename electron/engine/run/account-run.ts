import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import type { Warning } from '../../../shared/model/warning.ts';
import type { ReplacedIdentity } from '../archive/account-identity.ts';
import { Archive } from '../archive/archive.ts';
import { MailstowError, toFailure } from '../errors.ts';
import { keepProof, keepUnfinished } from './keep-report.ts';
import { RunRecord } from './run-record.ts';

/** What a run works with, whatever its protocol. */
export interface AccountRun {
  readonly request: RunRequest;
  readonly record: RunRecord;
  readonly signal: AbortSignal;
  emit(event: RunEvent): void;
  warn(warning: Warning): void;
  /**
   * Opens the archive, once. To be called behind the login, so that a wrong password or server leaves no folder marked
   * with that account.
   */
  open(replaces?: ReplacedIdentity): Promise<Archive>;
}

/**
 * One run, from its first word to its verdict: what is done is the work's, how it is told of and what is kept of it is here.
 * @param work opens the archive, and has closed its connections when it is over
 * @throws MailstowError when the run could not go on
 */
export async function accountRun(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  work: (run: AccountRun) => Promise<void>,
): Promise<RunResult> {
  const record = new RunRecord();
  const tell = (event: RunEvent) => {
    record.note(event);
    emit(event);
  };
  const warn = (warning: Warning) => tell({ event: 'warning', ...warning });
  let archive: Archive | undefined;
  const open = async (replaces?: ReplacedIdentity) => {
    archive = await openArchive(request, warn, signal, replaces);
    return archive;
  };
  try {
    await work({ request, record, signal, emit: tell, warn, open });
    if (archive === undefined) throw new TypeError('A run without an archive.');
    const { verdict } = isUneventful(request, record)
      ? { verdict: record.verdict() }
      : keepProof(archive, folder => record.proof(request, folder), warn);
    emit({ event: 'verdict', verdict });
    return record.result(verdict);
  } catch (error) {
    const thrown = signal.aborted ? stopped() : error;
    const ended = toFailure(thrown);
    const prove = (folder: string) => record.proof(request, folder, ended);
    const reopen = () => openArchive(request, warn, signal, undefined);
    const kept = request.isRound
      ? undefined
      : await keepUnfinished(archive, request, reopen, { prove, warn });
    emit({ event: 'verdict', verdict: kept?.verdict ?? record.verdict(ended) });
    throw thrown;
  } finally {
    await archive?.close();
  }
}

function isUneventful({ isRound = false }: RunRequest, record: RunRecord): boolean {
  if (!isRound) return false;
  const { state, stored } = record.verdict();
  return state === 'complete' && stored === 0;
}

function openArchive(
  request: RunRequest,
  warn: (warning: Warning) => void,
  signal: AbortSignal,
  replaces: ReplacedIdentity | undefined,
): Promise<Archive> {
  const { credentials, server, sharedFolder } = request;
  return Archive.open({
    folder: request.folder,
    layout: request.layout,
    extension: request.extension,
    account: { user: credentials.user, host: server.host },
    ...(server.protocol !== undefined && { protocol: server.protocol }),
    overrideAccount: request.overrideAccount,
    replaces,
    mustExist: request.mustExist ?? false,
    ...(sharedFolder !== undefined && { sharedFolder }),
    onWarning: warn,
    signal,
  });
}

function stopped(): MailstowError {
  return new MailstowError('run-stopped');
}

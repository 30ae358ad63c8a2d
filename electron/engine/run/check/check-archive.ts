import type { Failure } from '../../../../shared/model/failure.ts';
import type {
  CheckEntry,
  CheckResult,
  CheckState,
  Damage,
} from '../../../../shared/model/history.ts';
import type { RunEvent } from '../../../../shared/model/run.ts';
import { requireProtocol } from '../../archive/account-identity.ts';
import type { ArchiveReader } from '../../archive/archive-reader.ts';
import { type MailboxVerdict, verifyMailbox } from '../../archive/verify.ts';
import { MailstowError, toFailure } from '../../errors.ts';
import { count, fromNumbers, subtract } from '../../protocol/uid-set.ts';
import { endedOf } from '../../report/ended.ts';
import type { Access } from '../connection/reconnecting-session.ts';
import { type Comparison, compareWithServer } from './compare-with-server.ts';
import { storedMailboxes } from './stored-mailboxes.ts';

export interface CheckedMailbox extends MailboxVerdict {
  readonly quarantined: number;
}

export interface CheckOptions {
  /** Where the account is, to compare with the server too. */
  readonly access: Access | undefined;
  /** Asks the server by its protocol; absent: by IMAP. */
  readonly compare?: typeof compareWithServer;
  /** Mailboxes that the person left out, by their names: the server may have mail in these. */
  readonly leftOut: readonly string[];
  /** Told some times a second what was read since the last call. */
  onFiles(mailbox: string, files: number, bytes: number): void;
  /** The files are read, the server is asked. */
  onComparing(): void;
  /** What the connection tells. */
  onEvent(event: RunEvent): void;
  readonly signal: AbortSignal;
}

export interface Checked {
  readonly files: readonly CheckedMailbox[];
  readonly server: readonly Comparison[] | undefined;
  /** What the archive's history says of it. */
  readonly entry: CheckEntry;
  /** Why that is not in the history: a run owns the folder, or the disk is read-only. */
  readonly notKept: Failure | undefined;
}

/**
 * Reads every file of an archive against its hash and, with an account, compares with the server. No message is changed
 * or removed; of altered ones the next run is told, and the archive's history tells of the check.
 * @throws MailstowError when the signal ended it (`stopped`) or the account could not be asked; the history has that too
 */
export async function checkArchive(reader: ArchiveReader, options: CheckOptions): Promise<Checked> {
  const startedAt = Date.now();
  const remember = (found: Pick<CheckEntry, 'state' | 'result' | 'ended'>) => {
    const entry: CheckEntry = { what: 'check', startedAt, finishedAt: Date.now(), ...found };
    return { entry, notKept: reader.addToHistory(entry)?.failure };
  };
  try {
    const read = await checkFiles(reader, options);
    const server = await compare(reader, options);
    const { leftOut } = options;
    const isAsked = ({ mailbox, outcome }: Comparison) =>
      outcome !== 'not-archived' || !leftOut.includes(mailbox);
    const unexplained = server?.filter(isAsked).map(each => withoutDamage(each, read.checked));
    const result = resultOf(read, unexplained);
    return { files: read.checked, server, ...remember({ state: stateOf(result), result }) };
  } catch (error) {
    const thrown = options.signal.aborted ? stopped() : error;
    const failure = toFailure(thrown);
    remember({
      state: failure.kind === 'stopped' ? 'stopped' : 'failed',
      ended: endedOf(failure),
    });
    throw thrown;
  }
}

interface FilesRead {
  readonly checked: readonly CheckedMailbox[];
  readonly files: number;
  readonly bytes: number;
}

async function checkFiles(reader: ArchiveReader, options: CheckOptions): Promise<FilesRead> {
  const { onFiles, signal } = options;
  const checked: CheckedMailbox[] = [];
  let [files, bytes] = [0, 0];
  for (const mailbox of reader.mailboxes()) {
    const verdict = await verifyMailbox(reader.folder, mailbox, (readFiles, readBytes) => {
      if (signal.aborted) throw stopped();
      files += readFiles;
      bytes += readBytes;
      onFiles(mailbox.name, readFiles, readBytes);
    });
    checked.push({ ...verdict, quarantined: mailbox.quarantined.size });
  }
  return { checked, files, bytes };
}

async function compare(
  reader: ArchiveReader,
  { access, compare: ask = compareWithServer, onComparing, onEvent, signal }: CheckOptions,
): Promise<Comparison[] | undefined> {
  if (access === undefined) return undefined;
  requireProtocol(reader.folder, access.server.protocol ?? 'imap');
  onComparing();
  return await ask(access, storedMailboxes(reader), reader.names, onEvent, signal);
}

/** What is damaged here is told of as that: the server has it and the archive has not, for that reason. */
function withoutDamage(compared: Comparison, checked: readonly CheckedMailbox[]): Comparison {
  const files = checked.find(({ mailbox }) => mailbox === compared.mailbox);
  if (compared.outcome !== 'compared' || files === undefined) return compared;
  const damaged = fromNumbers(
    [...files.missing, ...files.altered].map(({ uid }) => uid).sort((a, b) => a - b),
  );
  return { ...compared, notHere: subtract(compared.notHere, damaged) };
}

/** Most files and folders that are named, and characters of a name; see shared/model/history.ts. */
const mostNamed = 100;
const longestName = 4_096;

function resultOf(
  { checked, files, bytes }: FilesRead,
  server: readonly Comparison[] | undefined,
): CheckResult {
  const sum = (of: (each: CheckedMailbox) => number) =>
    checked.reduce((total, each) => total + of(each), 0);
  const damage = checked.flatMap(({ mailbox, missing, altered }) => {
    const named = (what: Damage['what']) => (each: { path: string; gone: boolean }) => ({
      mailbox: clipped(mailbox),
      path: clipped(each.path),
      what,
      gone: each.gone,
    });
    return [...missing.map(named('missing')), ...altered.map(named('altered'))];
  });
  return {
    files,
    bytes,
    ok: sum(each => each.ok),
    unhashed: sum(each => each.unhashed),
    missing: sum(each => each.missing.length),
    altered: sum(each => each.altered.length),
    lost: damage.filter(({ gone }) => gone).length,
    damage: damage.slice(0, mostNamed),
    mends: checked.every(({ altered, isNoted }) => altered.length === 0 || isNoted),
    ...(server !== undefined && { server: serverResult(server) }),
  };
}

function serverResult(compared: readonly Comparison[]): NonNullable<CheckResult['server']> {
  const counted = compared.map(each => {
    const { mailbox, outcome } = each;
    const counts =
      each.outcome === 'compared'
        ? {
            notHere: count(each.notHere),
            notOnServer: count(each.notOnServer),
            differing: count(each.differing),
          }
        : { notHere: 0, notOnServer: 0, differing: 0 };
    return { mailbox: clipped(mailbox), outcome, ...counts };
  });
  const sum = (of: 'notHere' | 'notOnServer' | 'differing') =>
    counted.reduce((total, each) => total + each[of], 0);
  const differences = counted.filter(
    ({ outcome, notHere, differing }) => outcome !== 'compared' || notHere + differing > 0,
  );
  return {
    mailboxes: compared.length,
    notHere: sum('notHere'),
    notOnServer: sum('notOnServer'),
    differing: sum('differing'),
    failed: counted.filter(({ outcome }) => outcome === 'failed').length,
    lacking: differences.length,
    differences: differences.slice(0, mostNamed),
  };
}

function stateOf({ missing, altered, server }: CheckResult): CheckState {
  if (missing + altered > 0) return 'damaged';
  return (server?.lacking ?? 0) > 0 ? 'lacking' : 'sound';
}

function clipped(text: string): string {
  return text.slice(0, longestName) || '?';
}

function stopped(): MailstowError {
  return new MailstowError('verification-stopped');
}

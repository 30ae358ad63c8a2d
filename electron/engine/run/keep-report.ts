import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import type { Warning } from '../../../shared/model/warning.ts';
import { isSameAccount } from '../archive/account-identity.ts';
import type { Archive } from '../archive/archive.ts';
import { ArchiveReader } from '../archive/archive-reader.ts';
import { toFailure } from '../errors.ts';
import { render } from '../report/render.ts';

/** What an archive keeps of a run. */
export interface RunProof {
  readonly report: CompletenessReport;
  readonly history: HistoryEntry;
}

interface Keeping<Proof extends RunProof> {
  prove(folder: string): Proof;
  warn(warning: Warning): void;
}

/**
 * Keeps it: what the history says of a run without its report is said once more when that run has ended.
 * @param prove what is known of the run, with the archive's folder, absolute
 * @param warn told why the run is not in the history; that ends no run
 * @returns what was kept, the warning included
 * @throws MailstowError when the report cannot be written
 */
export function keepProof<Proof extends RunProof>(
  archive: Archive,
  prove: (folder: string) => Proof,
  warn: (warning: Warning) => void,
): Proof {
  let proof = prove(archive.folder);
  try {
    archive.addToHistory(proof.history);
  } catch (error) {
    warn(warningOf('not-in-history', { cause: toFailure(error) }));
    proof = prove(archive.folder);
  }
  archive.keepReport(render(proof.report), proof.report.complete);
  return proof;
}

/**
 * The same for a run that ended early; never fails, because something else did already.
 * @param open opens the archive of the request
 * @returns what was kept; undefined where nothing could be
 */
export async function keepUnfinished<Proof extends RunProof>(
  archive: Archive | undefined,
  request: RunRequest,
  open: () => Promise<Archive>,
  { prove, warn }: Keeping<Proof>,
): Promise<Proof | undefined> {
  try {
    if (archive !== undefined) return keepProof(archive, prove, warn);
    if (!isArchiveOfAccount(request)) return undefined;
    const reopened = await open();
    try {
      return keepProof(reopened, prove, warn);
    } finally {
      await reopened.close();
    }
  } catch {
    // In use, another account's, or the disk is full: what is told of the run itself says more.
    return undefined;
  }
}

/** A folder that no run has got as far as marking with its account stays unmarked, and another account's as it is. */
function isArchiveOfAccount({ folder, server, credentials, overrideAccount }: RunRequest): boolean {
  const { account } = new ArchiveReader(folder);
  if (account === undefined) return false;
  return overrideAccount || isSameAccount(account, { user: credentials.user, host: server.host });
}

import type { CompletenessReport } from '../../../shared/model/report.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { isSameAccount } from '../archive/account-identity.ts';
import type { Archive } from '../archive/archive.ts';
import { ArchiveReader } from '../archive/archive-reader.ts';
import { render } from '../report/render.ts';

/** @throws MailstowError when it cannot be written */
export function keepReport(archive: Archive, report: CompletenessReport): void {
  archive.keepReport(render(report), report.complete);
}

/**
 * Keeps what is known of a run that ended early; never fails, because something else did already.
 * @param open opens the archive of the request
 */
export async function keepUnfinished(
  archive: Archive | undefined,
  request: RunRequest,
  open: () => Promise<Archive>,
  certify: (folder: string) => CompletenessReport,
): Promise<void> {
  try {
    if (archive !== undefined) keepReport(archive, certify(archive.folder));
    else if (isArchiveOfAccount(request)) {
      const reopened = await open();
      keepReport(reopened, certify(reopened.folder));
      await reopened.close();
    }
  } catch {
    // In use, another account's, or the disk is full: what is told of the run itself says more.
  }
}

/** A folder that no run has got as far as marking with its account stays unmarked, and another account's as it is. */
function isArchiveOfAccount({ folder, server, credentials, overrideAccount }: RunRequest): boolean {
  const { account } = new ArchiveReader(folder);
  if (account === undefined) return false;
  return overrideAccount || isSameAccount(account, { user: credentials.user, host: server.host });
}

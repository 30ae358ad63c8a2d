import type { Failure } from '../../../shared/model/failure.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import type { Archive } from '../archive/archive.ts';
import { ArchiveReader } from '../archive/archive-reader.ts';
import { render } from '../certificate/render.ts';
import type { RunRecord } from './run-record.ts';

/** @throws MailstowError when it cannot be written */
export function keepCertificate(archive: Archive, record: RunRecord, request: RunRequest): void {
  const certificate = record.certificate(request, archive.folder);
  archive.keepCertificate(render(certificate), certificate.complete);
}

/**
 * Keeps what is known of a run that ended early; never fails, because something else did already.
 * @param open opens the archive of the request
 */
export async function keepUnfinished(
  archive: Archive | undefined,
  open: () => Promise<Archive>,
  record: RunRecord,
  request: RunRequest,
  ended: Failure,
): Promise<void> {
  try {
    if (archive !== undefined) keep(archive);
    else if (isArchiveOfAccount(request.folder)) {
      const reopened = await open();
      keep(reopened);
      await reopened.close();
    }
  } catch {
    // In use, another account's, or the disk is full: what is told of the run itself says more.
  }

  function keep(target: Archive): void {
    target.keepCertificate(render(record.certificate(request, target.folder, ended)), false);
  }
}

/** A folder that no run has got as far as marking with its account stays unmarked. */
function isArchiveOfAccount(folder: string): boolean {
  return new ArchiveReader(folder).account !== undefined;
}

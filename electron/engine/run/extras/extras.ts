import { defaults } from '../../../../shared/defaults.ts';
import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { RunRequest } from '../../../../shared/model/run.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import type { Archive } from '../../archive/archive.ts';
import { ArchiveReader } from '../../archive/archive-reader.ts';
import { makeFoldersIn } from '../../archive/disk/atomic-file.ts';
import { errorCode } from '../../archive/disk/disk-failure.ts';
import { namesIfThere } from '../../archive/disk/guarded-files.ts';
import { writeIndex } from '../../archive/extras/index-file.ts';
import { labelsName, linkLabels } from '../../archive/extras/label-folders.ts';
import { indexName } from '../../archive/index/saved-index.ts';
import { MailstowError } from '../../errors.ts';

/** What is kept beside the message files, for people who read them without Mailstow. */
export interface Extras {
  /** `index.csv` */
  readonly index: boolean;
  /** Labels as folders of links. */
  readonly labelFolders: boolean;
}

/** What is asked for, and what the archive has already: that is kept true until its owner takes it away. */
export function extrasOf(request: RunRequest, { extras }: Archive): Extras {
  const names = extras === undefined ? [] : namesIfThere(extras);
  return {
    index: request.index === true || names.includes(indexName),
    labelFolders: request.labelFolders === true || names.includes(labelsName),
  };
}

/**
 * Brings them up to the archive. What cannot be written is warned of: the mail is stored.
 * @throws the reason of the signal
 */
export async function keepExtras(
  { index, labelFolders }: Extras,
  archive: Archive,
  warn: (warning: Warning) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!index && !labelFolders) return;
  const { folder, extras } = archive;
  if (extras === undefined) {
    warn(warningOf('extras-name-taken', { args: { folder: defaults.extrasFolder } }));
    return;
  }
  try {
    makeFoldersIn(folder, [extras]);
    const reader = new ArchiveReader(folder);
    // Reads MIME by a library, which is loaded where it is needed only.
    if (index) await writeIndex(reader, extras, () => import('./text-of.ts'), signal);
    if (!labelFolders) return;
    const { left, isUnable } = await linkLabels(reader, extras, signal);
    if (isUnable) warn(warningOf('no-hard-links'));
    else if (left > 0) warn(warningOf('labels-not-linked', { args: { count: left } }));
  } catch (error) {
    signal.throwIfAborted();
    warn(notUpToDate(error));
  }
}

/** @throws what is neither the system's nor ours */
function notUpToDate(error: unknown): Warning {
  const folder = defaults.extrasFolder;
  if (error instanceof MailstowError) {
    return warningOf('extras-failed', { args: { folder }, cause: error.failure });
  }
  const reason = errorCode(error);
  if (reason === undefined) throw error;
  return warningOf('extras-refused', { args: { folder, reason } });
}

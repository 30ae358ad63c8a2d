import type { FailureWord } from '../../../../shared/i18n/failure-of.ts';
import { MailstowError } from '../../errors.ts';

/** The errno name of a file-system error (`ENOSPC`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** What Mailstow was at when the disk refused. */
export type DiskWork =
  | 'using-folder'
  | 'keeping-report'
  | 'keeping-history'
  | 'writing-journal'
  | 'storing-messages'
  | 'keeping-raw-bytes'
  | 'keeping-server-state'
  | 'planning-renames'
  | 'renaming-messages'
  | 'writing-file'
  | 'reading'
  | 'making-folder'
  | 'looking-into-folder'
  | 'saving-profile'
  | 'removing-profile';

/**
 * A file-system error as what it means to the owner of the archive.
 * @param path the file or folder that the work was for; messages are stored in the one folder that there is
 */
export function diskFailure(error: unknown, work: DiskWork, path = ''): MailstowError {
  if (error instanceof MailstowError) return error;
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new MailstowError(`disk-full-${work}`, { args: { path }, cause: error });
  }
  if (code === undefined) throw error;
  // Names differ from mailbox to mailbox: the others may fit.
  if (code === 'ENAMETOOLONG') {
    return new MailstowError('path-too-long', { cause: error });
  }
  const reason = reasons.get(code) ?? code;
  return new MailstowError(`failed-${work}`, { args: { path, reason }, cause: error });
}

const reasons: ReadonlyMap<string, { readonly word: FailureWord }> = new Map([
  ['EACCES', { word: 'no-permission' }],
  ['EPERM', { word: 'no-permission' }],
  ['EROFS', { word: 'read-only-disk' }],
  ['ENOTDIR', { word: 'file-in-the-way' }],
  ['EEXIST', { word: 'file-in-the-way' }],
  ['ENOENT', { word: 'folder-missing' }],
  ['EIO', { word: 'disk-error' }],
]);

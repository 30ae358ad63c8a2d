import { MailstowError } from '../../errors.ts';

/** The errno name of a file-system error (`ENOSPC`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/**
 * A file-system error as what it means to the owner of the archive.
 * @param doing what failed, as the end of "Mailstow could not …"
 */
export function diskFailure(error: unknown, doing: string): MailstowError {
  if (error instanceof MailstowError) return error;
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new MailstowError('disk-full', 'run', {
      message: `The disk is full: Mailstow could not ${doing}.`,
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
      cause: error,
    });
  }
  if (code === undefined) throw error;
  const message = `Mailstow could not ${doing}: ${reason(code)}.`;
  if (code === 'ENAMETOOLONG') {
    // Names differ from mailbox to mailbox: the others may fit.
    return new MailstowError('output-folder', 'mailbox', {
      message,
      nextStep: 'Keep the archive in a folder nearer the top of the disk, then run it again.',
      cause: error,
    });
  }
  return new MailstowError('output-folder', 'run', {
    message,
    nextStep: 'Choose another folder or make this one writable, then run it again.',
    cause: error,
  });
}

function reason(code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'the permission is missing';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file stands where a folder is needed';
    case 'ENOENT':
      return 'a folder on the way to it is missing';
    case 'ENAMETOOLONG':
      return 'the path is too long for this disk';
    case 'EIO':
      return 'the disk reports a read or write error';
    default:
      return `the system says ${code}`;
  }
}

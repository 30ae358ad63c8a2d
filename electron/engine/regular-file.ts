import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { MailstowError } from './errors.ts';

/** Windows has none of these: there a look before opening has to do. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants>;

/**
 * Opens a file of an archive, which somebody else may have prepared: a link in its place is not followed, a FIFO does
 * not block, and whatever is no regular file is refused.
 * @param flags as in open(2): `constants.O_RDONLY` and so on
 * @throws MailstowError `output-folder` for what is refused; the system's error where it cannot be opened
 */
export function openRegular(path: string, flags: number): number {
  if (O_NOFOLLOW === 0) refuseUnlessFile(path);
  let file: number;
  try {
    file = openSync(path, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  } catch (error) {
    refuseUnlessFile(path);
    throw error;
  }
  const stat = fstatSync(file);
  if (stat.isFile()) return file;
  closeSync(file);
  if (stat.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  throw noRegularFile(path);
}

/**
 * A folder or nothing may stand there too, of which the system tells whoever opens it.
 * @throws MailstowError `output-folder` for a link, a FIFO, a device or a socket
 */
export function refuseUnlessFile(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) throw isLink(path);
  if (stat !== undefined && !stat.isFile() && !stat.isDirectory()) throw noRegularFile(path);
}

/** What a link inside an archive is told as. */
export function isLink(path: string): MailstowError {
  return new MailstowError('output-folder', 'run', {
    message: `${path} is a link; Mailstow follows no links inside an archive.`,
    nextStep: 'Remove the link, or put what it leads to in its place, then run it again.',
  });
}

function noRegularFile(path: string): MailstowError {
  return new MailstowError('output-folder', 'run', {
    message: `${path} is not a regular file, so Mailstow does not open it.`,
    nextStep: 'Move it out of the archive or remove it, then run it again.',
  });
}

import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  lstatSync,
  openSync,
  type ReadStream,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs';
import { MailstowError } from './errors.ts';

/** Windows has none of these: there a look before opening has to do. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants>;

/**
 * Opens a file of an archive, which somebody else may have prepared: a link in its place is not followed, a FIFO does
 * not block, and whatever is no regular file is refused.
 * @param flags as in open(2): `constants.O_RDONLY` and so on
 * @param mode of a file that is made
 * @throws MailstowError `output-folder` for what is refused; the system's error where it cannot be opened
 */
export function openRegular(path: string, flags: number, mode = 0o600): number {
  if (O_NOFOLLOW === 0) refuseUnlessFile(path);
  let file: number;
  try {
    file = openSync(path, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, mode);
  } catch (error) {
    refuseUnlessFile(path);
    throw error;
  }
  const stat = fstatSync(file);
  if (stat.isFile()) return file;
  closeSync(file);
  if (stat.isDirectory()) throw isFolder(path);
  throw noRegularFile(path);
}

/**
 * The bytes of such a file as they are asked for; the stream closes it.
 * @throws as {@link openRegular}
 */
export function streamRegular(path: string): { bytes: number; stream: ReadStream } {
  const fd = openRegular(path, constants.O_RDONLY);
  return { bytes: fstatSync(fd).size, stream: createReadStream('', { fd }) };
}

/**
 * A folder or nothing may stand there too, of which the system tells anyone who opens it.
 * @throws MailstowError `output-folder` for a link, a FIFO, a device or a socket
 */
export function refuseUnlessFile(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) throw isLink(path);
  if (stat !== undefined && !stat.isFile() && !stat.isDirectory()) throw noRegularFile(path);
}

/**
 * Reads a file that a person named, links included: what is no regular file is not even opened, because a FIFO makes
 * anyone who opens it wait, and a device may do something.
 * @throws the system's error, or an Error for what is refused
 */
export function readNamedFile(path: string): Buffer {
  refuseUnlessRegular(statSync(path), path);
  // What stands there may have changed since.
  const file = openSync(path, constants.O_RDONLY | O_NONBLOCK | O_NOCTTY);
  try {
    refuseUnlessRegular(fstatSync(file), path);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function refuseUnlessRegular(stat: Stats, path: string): void {
  if (stat.isFile()) return;
  if (stat.isDirectory()) throw isFolder(path);
  throw new Error('it is not a regular file');
}

function isFolder(path: string): Error {
  return Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
}

/** What a link inside an archive is told as. */
export function isLink(path: string): MailstowError {
  return new MailstowError('link-in-archive', { args: { path } });
}

function noRegularFile(path: string): MailstowError {
  return new MailstowError('not-a-regular-file', { args: { path } });
}

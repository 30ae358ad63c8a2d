import {
  closeSync,
  constants,
  type Dir,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  opendirSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isLink, openRegular } from '../../regular-file.ts';
import { errorCode } from './disk-failure.ts';
import { fileMode, folderMode } from './new-modes.ts';

/**
 * Every file and folder of an archive is opened here and nowhere else, because an archive is input from outside: no
 * link below its folder is followed, only regular files are opened, and new files never take another's place.
 * Functions that open throw MailstowError `output-folder` for what they refuse, else the system's error.
 */

export function openForReading(path: string): number {
  return openRegular(path, constants.O_RDONLY);
}

/** Made where it is missing. */
export function openForAppending(path: string): number {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT;
  return openRegular(path, flags, fileMode(path));
}

/** Windows syncs only what is open for writing. */
export function openForSyncing(path: string): number {
  return openRegular(path, constants.O_RDWR);
}

/** A new file; a name that is taken, be it by a link that leads nowhere, is an error (EEXIST). */
export function createNew(path: string): number {
  return openSync(path, 'wx', fileMode(path));
}

/** Of a file: whole, or in pieces one behind the other. */
export type Content = string | Buffer | Iterable<string>;

/** @param isSynced whether it is durable on return */
export function writeNew(path: string, content: Content, isSynced: boolean): void {
  const isWhole = typeof content === 'string' || Buffer.isBuffer(content);
  const file = createNew(path);
  try {
    for (const piece of isWhole ? [content] : content) writeFileSync(file, piece);
    if (isSynced) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The same for content that takes a while to come; durable on return. */
export async function writeNewAsItComes(
  path: string,
  content: AsyncIterable<string>,
): Promise<void> {
  const file = createNew(path);
  try {
    for await (const piece of content) writeFileSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function readWhole(path: string): Buffer<ArrayBuffer> {
  const file = openForReading(path);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

export function append(path: string, text: string): void {
  const file = openForAppending(path);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** Writes into a file that is there; where the disk is full it is empty afterwards. */
export function overwrite(path: string, text: string): void {
  const file = openRegular(path, constants.O_WRONLY);
  try {
    ftruncateSync(file);
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

export function truncate(path: string, bytes: number): void {
  const file = openRegular(path, constants.O_WRONLY);
  try {
    ftruncateSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

/** @param entriesAtOnce how many names are read at once */
export function openFolder(archive: string, path: string, entriesAtOnce: number): Dir {
  checkFolder(archive, path);
  return opendirSync(path, { bufferSize: entriesAtOnce });
}

/** Names in a folder that was checked. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder);
}

/** None where there is no such folder, or none to read. */
export function namesIfThere(folder: string): string[] {
  try {
    return namesIn(folder);
  } catch {
    return [];
  }
}

/** Makes the names inside a folder durable. Windows has no such call; there the file system's own journal must do. */
export function openFolderForSyncing(path: string): number {
  return openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
}

/**
 * Looks at every level between an archive's folder, which may be a link, and a folder in it; what is missing is fine.
 * @throws MailstowError `output-folder` for a link
 */
export function checkFolder(root: string, path: string): void {
  for (const level of levelsBelow(root, path)) if (kindOf(level) === undefined) return;
}

/** The same, and makes what is missing. @param made told of each folder that was made */
export function makeFolderBelow(root: string, path: string, made: (folder: string) => void): void {
  for (const level of levelsBelow(root, path)) {
    if (kindOf(level) === 'folder') continue;
    try {
      mkdirSync(level, folderMode(level));
    } catch (error) {
      // Another process may have been faster.
      if (kindOf(level) !== 'folder') throw error;
    }
    made(level);
  }
}

function kindOf(path: string): 'folder' | 'other' | undefined {
  const stat = statOf(path);
  if (stat?.isSymbolicLink()) throw isLink(path);
  return stat && (stat.isDirectory() ? 'folder' : 'other');
}

/** Nothing is below a file that stands where a folder should be. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function* levelsBelow(root: string, path: string): Iterable<string> {
  let level = root;
  for (const name of relative(root, path).split(sep)) {
    if (name === '') continue;
    level = join(level, name);
    yield level;
  }
}

/** Gives a file a second name; one that is taken is an error (EEXIST). */
export function linkTo(path: string, second: string): void {
  linkSync(path, second);
}

/** Whether a text names something in a folder and nothing outside of it. */
export function isComponent(name: string): boolean {
  const separators = process.platform === 'win32' ? /[/\\:\0]/ : /[/\0]/;
  return name !== '' && name !== '.' && name !== '..' && !separators.test(name);
}

import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { MailstowError } from '../errors.ts';
import { diskFailure, errorCode } from './disk/disk-failure.ts';
import { entriesIn } from './disk/folder-entries.ts';

/** Names that are looked at: an archive has a message among its first few, another folder may hold a whole disk. */
const mostEntries = 20_000;

/** What both layouts call message files, see layout/. */
const messageFile =
  /^MSG_.+_[1-9]\d{0,9}(\.[A-Za-z0-9_-]{1,27})?$|\[[1-9]\d{0,9}\](\.headers)?\.eml$/;

/**
 * Whether anything of an archive is in a folder: whose it is, its `.uidvalidity`, or one message file. Takes one look
 * where the first is there.
 * @throws MailstowError `output-folder` where the folder cannot be read
 */
export function holdsArchive(folder: string): boolean {
  const root = resolve(folder);
  const marks = [join(defaults.ownFolder, 'account.json'), ...defaults.uidValidityFiles];
  try {
    return marks.some(name => isThere(join(root, name))) || holdsMessages(root);
  } catch (error) {
    throw diskFailure(error, 'looking-into-folder', root);
  }
}

/**
 * An archive that an earlier run filled: in its place no other is begun unasked, least of all below the mount point of
 * a disk that is missing.
 * @throws MailstowError where nothing of it is in its folder
 */
export function requireArchive(folder: string): void {
  if (!holdsArchive(folder)) throw archiveMissing(folder);
}

export function archiveMissing(folder: string): MailstowError {
  return new MailstowError('archive-folder-missing', { args: { folder } });
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    // A file stands where the folder was.
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Into the depth first: where there are messages, the first folders have some. */
function holdsMessages(root: string): boolean {
  const folders = [root];
  let left = mostEntries;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesIfFolder(root, folder)) {
      if (left === 0) return false;
      left -= 1;
      if (entry.isFile() && messageFile.test(entry.name)) return true;
      const isOurs = entry.name === defaults.ownFolder;
      if (entry.isDirectory() && !isOurs) folders.push(join(folder, entry.name));
    }
  }
  return false;
}

function* entriesIfFolder(root: string, folder: string): ReturnType<typeof entriesIn> {
  try {
    yield* entriesIn(root, folder);
  } catch (error) {
    // One inside that may not be read holds no message that a run could go on with.
    if (folder === root && errorCode(error) !== 'ENOTDIR') throw error;
  }
}

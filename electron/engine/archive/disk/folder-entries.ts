import type { Dir, Dirent } from 'node:fs';
import { errorCode } from './disk-failure.ts';
import { openFolder } from './guarded-files.ts';

/** Names read at once: few enough that a folder of a million files takes no memory, enough to be quick. */
const entriesAtOnce = 1024;

/**
 * What is in a folder of an archive now; a folder that is not there has nothing in it.
 * @param archive the archive's folder
 */
export function* entriesIn(archive: string, path: string): Iterable<Dirent> {
  let folder: Dir;
  try {
    folder = openFolder(archive, path, entriesAtOnce);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) yield entry;
  } finally {
    folder.closeSync();
  }
}

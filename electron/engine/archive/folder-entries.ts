import { type Dirent, opendirSync } from 'node:fs';
import { errorCode } from './disk-failure.ts';

/** Names read at once: few enough that a folder of a million files takes no memory, enough to be quick. */
const entriesAtOnce = 1024;

/** What is in a folder now; a folder that is not there has nothing in it. */
export function* entriesIn(path: string): Iterable<Dirent> {
  let folder: ReturnType<typeof opendirSync>;
  try {
    folder = opendirSync(path, { bufferSize: entriesAtOnce });
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

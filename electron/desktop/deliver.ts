import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { diskFailure } from '../engine/archive/disk-failure.ts';
import { beginningOf, encodeComponent, roomOf } from '../engine/archive/safe-name.ts';
import type { Deliverable } from '../services/host.ts';

/** Octets of a file name, well below what file systems take: folders and `.part` come on top. */
const longestName = 180;
/** A longer ending is none. */
const longestEnding = 16;

/** A name that senders chose as one that any file system takes; what it ends on stays. */
export function safeFileName(name: string): string {
  const safe = encodeComponent(name, longestName);
  if (Buffer.byteLength(safe) <= longestName) return safe;
  const ending = extname(encodeComponent(name.slice(-4 * longestEnding), longestName));
  const kept = ending.length > longestEnding ? '' : ending;
  return beginningOf(name, roomOf(longestName - kept.length)) + kept;
}

/** Whole under its name, or not there. @throws MailstowError where the disk refuses */
export async function writeFile(path: string, file: Deliverable): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await pipeline(await file.open(), createWriteStream(temporary, { mode: 0o600 }));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw diskFailure(error, `write ${path}`);
  }
}

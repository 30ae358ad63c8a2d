import { extname } from 'node:path';
import { beginningOf, encodeComponent, roomOf } from '../../engine/archive/layout/safe-name.ts';

/** Bytes of a file name, well below what file systems take: folders and `.part` come on top. */
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

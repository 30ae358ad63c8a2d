import { closeSync, readSync } from 'node:fs';
import { errorCode } from './disk-failure.ts';
import { openForReading } from './guarded-files.ts';

/** Bytes read at once; a longer line takes what it needs. */
const pieceBytes = 256 * 1024;

const lineFeed = 10;

/**
 * A file's whole lines one after the other, with the memory of the longest.
 * @param longest bytes; what is longer comes as an empty line, in no more memory than that
 * @returns bytes of the whole lines and of the file, both 0 where there is none
 */
export function* readLines(
  path: string,
  longest = Number.POSITIVE_INFINITY,
): Generator<string, { readonly whole: number; readonly total: number }, undefined> {
  let file: number;
  try {
    file = openForReading(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { whole: 0, total: 0 };
    throw error;
  }
  let whole = 0;
  let rest = 0;
  let isTooLong = false;
  let piece = Buffer.allocUnsafe(pieceBytes);
  try {
    for (;;) {
      const read = readSync(file, piece, rest, piece.length - rest, null);
      if (read === 0) return { whole, total: whole + rest };
      const filled = rest + read;
      let start = 0;
      for (let end = piece.indexOf(lineFeed, rest); end >= 0 && end < filled; ) {
        yield isTooLong ? '' : piece.toString('utf8', start, end);
        isTooLong = false;
        start = end + 1;
        end = piece.indexOf(lineFeed, start);
      }
      whole += start;
      rest = filled - start;
      if (rest > longest) {
        isTooLong = true;
        whole += rest;
        rest = 0;
        continue;
      }
      const next = rest === piece.length ? Buffer.allocUnsafe(2 * rest) : piece;
      piece.copy(next, 0, start, filled);
      piece = next;
    }
  } finally {
    closeSync(file);
  }
}

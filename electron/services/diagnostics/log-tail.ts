import { closeSync, constants, fstatSync, readSync } from 'node:fs';
import { openRegular } from '../../engine/regular-file.ts';

/** Bytes of the log that are looked at, and entries that are shown. */
const tailBytes = 64 * 1024;
const mostEntries = 150;

export interface LogEntry {
  /** Time and level. */
  readonly head: string;
  readonly text: string;
}

const entryHead = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\S{0,6} (?:info|warn|error)): /;

/** The last entries of a log, oldest first; none where there is no log. */
export function logTail(path: string): LogEntry[] {
  // The first line may be half of one, and lines that are set in go with the one before.
  const entries = endOf(path)
    .split(/\n(?=\S)/)
    .flatMap(entry => {
      const head = entryHead.exec(entry);
      if (head === null) return [];
      return [{ head: head[1] ?? '', text: entry.slice(head[0].length).trimEnd() }];
    });
  return entries.slice(-mostEntries);
}

function endOf(path: string): string {
  let file: number;
  try {
    file = openRegular(path, constants.O_RDONLY);
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    const count = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8', 0, count);
  } finally {
    closeSync(file);
  }
}

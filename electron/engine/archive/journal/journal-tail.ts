import { closeSync, fstatSync, readSync } from 'node:fs';
import { errorCode } from '../disk/disk-failure.ts';
import { openForReading } from '../disk/guarded-files.ts';
import { type JournalRecord, parseRecord } from './journal-record.ts';

/** How far a journal was read; without one it is read from its beginning. */
export interface JournalPosition {
  /** Bytes. */
  readonly offset: number;
  /** The file and what stands in it before the offset: a journal that was rewritten has other ones. */
  readonly mark: string;
}

export interface JournalPiece {
  readonly records: readonly JournalRecord[];
  /** Where the next piece begins. */
  readonly position: JournalPosition;
  /** The journal was rewritten since the position: the records begin at its first line. */
  readonly isAnew: boolean;
  readonly isLast: boolean;
}

/** Bytes read at once: some hundred records, so that anyone who reads their files soon has the first. */
const pieceBytes = 32 * 1024;
/** A line names up to a mailbox's UIDs; far longer ones are damage. */
const longestLine = 64 * 1024 * 1024;
/** Bytes of the mark: a line has a hash in it, so that no two places look alike. */
const markBytes = 160;
/** Bytes of the line that names a mailbox; servers take names of a fraction of it. */
const longestName = 64 * 1024;
const lineFeed = 10;

/** @returns the mailbox that the first line of a journal names; undefined where there is none (yet) */
export function mailboxOfJournal(path: string): string | undefined {
  const file = openJournal(path);
  if (file === undefined) return undefined;
  try {
    const bytes = read(file, 0, longestName);
    const record = parseRecord(bytes.toString('utf8', 0, Math.max(0, bytes.indexOf(lineFeed))));
    return record?.type === 'mailbox' ? record.mailbox : undefined;
  } finally {
    closeSync(file);
  }
}

/**
 * Reads on in a journal that others may be appending to; changes nothing.
 * @returns undefined where there is no journal
 */
export function readJournalPiece(
  path: string,
  from: JournalPosition | undefined,
): JournalPiece | undefined {
  const file = openJournal(path);
  if (file === undefined) return undefined;
  try {
    const { size, ino } = fstatSync(file);
    const isSame = from !== undefined && markAt(file, ino, from.offset) === from.mark;
    const start = isSame ? from.offset : 0;
    const lines = wholeLines(file, start, size);
    const offset = start + lines.length;
    const records: JournalRecord[] = [];
    for (let begin = 0; begin < lines.length; ) {
      const end = lines.indexOf(lineFeed, begin);
      const record = parseRecord(lines.toString('utf8', begin, end));
      if (record !== undefined) records.push(record);
      begin = end + 1;
    }
    return {
      records,
      position: { offset, mark: markAt(file, ino, offset) },
      isAnew: from !== undefined && !isSame,
      isLast: lines.length === 0 || offset === size,
    };
  } finally {
    closeSync(file);
  }
}

function openJournal(path: string): number | undefined {
  try {
    return openForReading(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @returns nothing where the next line is not whole yet */
function wholeLines(file: number, start: number, size: number): Buffer {
  for (let length = pieceBytes; ; length *= 4) {
    const bytes = read(file, start, Math.min(length, size - start));
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (end > 0 || start + length >= size || length >= longestLine) return bytes.subarray(0, end);
  }
}

function markAt(file: number, ino: number, offset: number): string {
  const start = Math.max(0, offset - markBytes);
  return `${ino} ${read(file, start, offset - start).toString('latin1')}`;
}

function read(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, length));
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(file, bytes, filled, bytes.length - filled, start + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

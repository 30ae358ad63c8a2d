import { closeSync, fstatSync, readSync } from 'node:fs';
import { openForReading } from './guarded-files.ts';
import { type JournalRecord, parseRecord } from './journal-record.ts';

/** A message as the journal has it. */
export type StoredIn = Extract<JournalRecord, { type: 'stored' }>;

/** Bytes read, for some twenty messages. */
const pieceBytes = 2 * 1024;
const lineFeed = 10;

/**
 * Messages out of a place in the journal that is drawn anew each time. For a journal that names each
 * message once.
 */
export function sampleOfJournal(path: string): StoredIn[] {
  const file = openForReading(path);
  try {
    const { size } = fstatSync(file);
    const start = Math.floor(Math.random() * Math.max(0, size - pieceBytes + 1));
    const piece = Buffer.alloc(pieceBytes);
    const read = piece.subarray(0, readSync(file, piece, 0, pieceBytes, start));
    // The first line may have begun before, the last may go on.
    const begin = start === 0 ? 0 : read.indexOf(lineFeed) + 1;
    const lines = read.toString('utf8', begin, read.lastIndexOf(lineFeed)).split('\n');
    return lines.flatMap(line => {
      const record = parseRecord(line);
      return record?.type === 'stored' ? [record] : [];
    });
  } finally {
    closeSync(file);
  }
}

import { closeSync, fstatSync, readSync } from 'node:fs';
import { openForReading } from '../disk/guarded-files.ts';
import { type JournalRecord, parseRecord } from './journal-record.ts';

/** A message as the journal has it. */
export type StoredIn = Extract<JournalRecord, { type: 'stored' }>;

/** Bytes read in each of two places, for some ten messages. */
const pieceBytes = 1024;
const lineFeed = 10;

/**
 * The last messages in the journal, which a server brought back from a copy lacks first, and some from a random
 * place. For a journal that names each message once.
 */
export function sampleOfJournal(path: string): StoredIn[] {
  const file = openForReading(path);
  try {
    const last = Math.max(0, fstatSync(file).size - pieceBytes);
    const drawn = Math.floor(Math.random() * (last + 1));
    const sample = [...messagesAt(file, drawn), ...messagesAt(file, last)];
    return [...new Map(sample.map(each => [`${each.kind} ${each.message.uid}`, each])).values()];
  } finally {
    closeSync(file);
  }
}

function messagesAt(file: number, start: number): StoredIn[] {
  const piece = Buffer.alloc(pieceBytes);
  const read = piece.subarray(0, readSync(file, piece, 0, pieceBytes, start));
  // The first line may have begun before, the last may go on.
  const begin = start === 0 ? 0 : read.indexOf(lineFeed) + 1;
  const lines = read.toString('utf8', begin, read.lastIndexOf(lineFeed)).split('\n');
  return lines.flatMap(line => {
    const record = parseRecord(line);
    return record?.type === 'stored' ? [record] : [];
  });
}

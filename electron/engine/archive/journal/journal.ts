import { closeSync, fstatSync, fsyncSync, ftruncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, syncFolderBeside, syncOpen, writeAtomically } from '../disk/atomic-file.ts';
import { openForAppending, truncate } from '../disk/guarded-files.ts';
import { inPieces } from '../disk/in-pieces.ts';
import { readLines } from '../disk/read-lines.ts';
import { atOnce } from '../disk/turns.ts';
import { formatRecord, type JournalRecord, parseRecord } from './journal-record.ts';

export interface LinesRead {
  readonly lines: number;
  /** Those that could not be understood. */
  readonly damaged: number;
}

/** The journal of one mailbox: an append-only file of lines, see {@link JournalRecord}. */
export class Journal {
  readonly #path: string;
  readonly #mailbox: string;

  constructor(path: string, mailbox: string) {
    this.#path = path;
    this.#mailbox = mailbox;
  }

  /**
   * Reads every record in order. A last line that a crash tore is cut off; a damaged line in the
   * middle is left out and counted. A step for each line.
   */
  *replay(apply: (record: JournalRecord) => void): Generator<void, LinesRead, undefined> {
    const { lines, damaged, whole, total } = yield* this.#read(apply);
    if (whole < total) truncate(this.#path, whole);
    return { lines, damaged };
  }

  /** Reads like {@link replay} what another process may be appending to; changes nothing. */
  peek(apply: (record: JournalRecord) => void): LinesRead {
    const { lines, damaged } = atOnce(this.#read(apply));
    return { lines, damaged };
  }

  /** Cuts a torn last line off, so that what is appended next begins a line of its own. */
  repair(): void {
    atOnce(this.replay(() => undefined));
  }

  /** Appends records and syncs them; on failure the file is as it was before. */
  append(records: readonly JournalRecord[]): void {
    if (records.length > 0) appendRecords(this.#path, this.#mailbox, records);
  }

  /** Puts a shorter journal that says the same in the place of this one. */
  rewrite(records: Iterable<JournalRecord>): void {
    writeAtomically(this.#path, inPieces(linesOf(this.#mailbox, records)));
  }

  *#read(apply: (record: JournalRecord) => void) {
    let lines = 0;
    let damaged = 0;
    const reading = readLines(this.#path);
    for (let step = reading.next(); ; step = reading.next()) {
      if (step.done) return { lines, damaged, ...step.value };
      const record = parseRecord(step.value);
      if (record === undefined) damaged++;
      else apply(record);
      lines++;
      yield;
    }
  }
}

function* linesOf(mailbox: string, records: Iterable<JournalRecord>): Iterable<string> {
  yield formatRecord({ type: 'mailbox', mailbox });
  for (const record of records) yield formatRecord(record);
}

/** One write and one sync for all records; a new file gets its first line and its name made durable. */
export function appendRecords(
  path: string,
  mailbox: string,
  records: readonly JournalRecord[],
): void {
  const file = openForAppending(path);
  try {
    const { before, after } = writeRecords(file, mailbox, records);
    try {
      fsyncSync(file);
    } catch (error) {
      takeBack(file, before, after);
      throw error;
    }
    if (before === 0) syncFolder(dirname(path));
  } finally {
    closeSync(file);
  }
}

/** The same with the sync beside other work. */
export async function appendRecordsBeside(
  path: string,
  mailbox: string,
  records: readonly JournalRecord[],
): Promise<void> {
  const file = openForAppending(path);
  try {
    const { before, after } = writeRecords(file, mailbox, records);
    try {
      await syncOpen(file);
    } catch (error) {
      takeBack(file, before, after);
      throw error;
    }
    if (before === 0) await syncFolderBeside(dirname(path));
  } finally {
    closeSync(file);
  }
}

/** @returns the file's size before and after; as it was before where the lines cannot all be written */
function writeRecords(
  file: number,
  mailbox: string,
  records: readonly JournalRecord[],
): { before: number; after: number } {
  const before = fstatSync(file).size;
  const first = before === 0 ? formatRecord({ type: 'mailbox', mailbox }) : '';
  const bytes = Buffer.from(first + records.map(formatRecord).join(''));
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  } catch (error) {
    ftruncateSync(file, before);
    throw error;
  }
  return { before, after: before + bytes.length };
}

/** Lines that are not durable do not count; where others stand behind them they are left to the next replay. */
function takeBack(file: number, before: number, after: number): void {
  if (fstatSync(file).size === after) ftruncateSync(file, before);
}

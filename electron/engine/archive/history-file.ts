import { closeSync, fstatSync, fsyncSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { syncFolder, writeAtomically } from './disk/atomic-file.ts';
import { errorCode } from './disk/disk-failure.ts';
import { append, openForReading, openForSyncing } from './disk/guarded-files.ts';

/**
 * What was done with an archive, in `.mailstow/history.jsonl`: a JSON value a line, oldest first, only ever added to.
 * Once the file is too large its older half is dropped, but for the last complete run and the last check.
 */
const fileName = 'history.jsonl';

/** Bytes: some thousand runs, years of daily ones. A larger file is not ours, and only its end is read. */
const mostBytes = 4 * 1024 * 1024;
const bytesAfterwards = mostBytes / 2;

/** Characters; a longer line is not ours. */
const longestLine = 64 * 1024;

const lineFeed = 10;

/** Durable on return. @param own the archive's own folder */
export function appendHistory(own: string, entry: HistoryEntry): void {
  const path = join(own, fileName);
  const line = `${JSON.stringify(entry)}\n`;
  const { bytes, isTorn } = lookAt(path);
  if (bytes + line.length > mostBytes) {
    const kept = [...newest(readHistoryLines(own)), line];
    writeAtomically(path, kept.join(''));
    return;
  }
  // What is added must not become a part of a line that a crash tore.
  append(path, isTorn ? `\n${line}` : line);
  const file = openForSyncing(path);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (bytes === 0) syncFolder(dirname(path));
}

/** @returns the lines of the file's end, unchecked, oldest first; none where there is no file */
export function readHistoryLines(own: string): string[] {
  const text = readEnd(join(own, fileName)) ?? '';
  return text.split('\n').filter(line => line !== '' && line.length <= longestLine);
}

/** What stays, each with its end. */
function newest(lines: readonly string[]): string[] {
  const milestones = new Set([lines.findLastIndex(isCompleteRun), lines.findLastIndex(isCheck)]);
  let left = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  const kept = lines.filter((line, at) => {
    const isNew = left <= bytesAfterwards;
    left -= Buffer.byteLength(line) + 1;
    return isNew || milestones.has(at);
  });
  return kept.map(line => `${line}\n`);
}

function isCompleteRun(line: string): boolean {
  const { what, verdict } = fieldsOf(line);
  return what === 'run' && verdict?.state === 'complete';
}

function isCheck(line: string): boolean {
  const { what, result } = fieldsOf(line);
  return what === 'check' && result !== undefined;
}

function fieldsOf(line: string): {
  readonly what?: unknown;
  readonly verdict?: { readonly state?: unknown };
  readonly result?: unknown;
} {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    return {};
  }
}

function lookAt(path: string): { readonly bytes: number; readonly isTorn: boolean } {
  const file = openIfThere(path);
  if (file === undefined) return { bytes: 0, isTorn: false };
  try {
    const bytes = fstatSync(file).size;
    const last = Buffer.of(lineFeed);
    if (bytes > 0) readSync(file, last, 0, 1, bytes - 1);
    return { bytes, isTorn: last[0] !== lineFeed };
  } finally {
    closeSync(file);
  }
}

/** Where it is not the whole file, its first line has lost its beginning and is left out. */
function readEnd(path: string): string | undefined {
  const file = openIfThere(path);
  if (file === undefined) return undefined;
  try {
    const { size } = fstatSync(file);
    const start = Math.max(0, size - mostBytes);
    const end = Buffer.alloc(Math.min(size, mostBytes));
    const read = end.subarray(0, readSync(file, end, 0, end.length, start));
    return read.toString('utf8', start === 0 ? 0 : read.indexOf(lineFeed) + 1);
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openForReading(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { defaults } from '../../../../shared/defaults.ts';
import { MailstowError } from '../../errors.ts';
import type { ArchiveReader } from '../archive-reader.ts';
import { writeAtomicallyAsItComes } from '../disk/atomic-file.ts';
import { readSpare, writeSpare } from '../disk/cache-file.ts';
import { errorCode } from '../disk/disk-failure.ts';
import { readHead } from '../disk/read-head.ts';
import { formatIndexRow, type IndexedText, indexHeading } from '../index/index-row.ts';
import { indexName } from '../index/saved-index.ts';
import { stampOf } from '../unchanged/seal.ts';
import { FormerRows } from './former-rows.ts';
import { Shelf, type ShelvedMessage } from './shelf.ts';

/** Reads what only a message's header tells out of its first bytes; with INTERNALDATE, milliseconds since 1970 UTC. */
type TextOf = (head: Buffer, arrived: number | undefined) => IndexedText;

/** Any ordinary header fits. */
const headBytes = 32 * 1024;

/** Characters that are written at once. */
const pieceLength = 256 * 1024;

/** What the list was like when it was written. */
interface IndexState {
  /** Stamp of the file: what somebody changed in it is not taken over. */
  readonly file: string;
  /** {@link digestOf} the journals: as long as it is the same, so is the list. */
  readonly journals: string;
}

/**
 * Brings `index.csv` up to the journals. Only files that are not in it already are read; it is written row by row, so
 * that a million take the memory of one.
 * @param folder the one it is in, absolute; must be there
 * @param reading asked for once, and only where there is something to write
 * @throws the system's error, MailstowError, or the reason of the signal
 */
export async function writeIndex(
  archive: ArchiveReader,
  folder: string,
  reading: () => Promise<{ readonly textOf: TextOf }>,
  signal: AbortSignal,
): Promise<void> {
  const own = join(archive.folder, defaults.ownFolder);
  const statePath = join(own, 'index.json');
  const path = join(folder, indexName);
  const journals = digestOf(archive.journals());
  const state = readSpare(statePath, isState);
  const isOurs = state !== undefined && state.file === stampOf(path);
  if (isOurs && state.journals === journals) return;
  const former = new FormerRows(isOurs ? path : undefined, archive.layout);
  const { textOf } = await reading();
  const rows = rowsOf(archive, former, textOf, signal);
  await writeAtomicallyAsItComes(path, rows, join(own, 'incoming'));
  const file = stampOf(path) ?? '';
  writeSpare(statePath, `${JSON.stringify({ file, journals } satisfies IndexState)}\n`);
}

async function* rowsOf(
  archive: ArchiveReader,
  former: FormerRows,
  textOf: TextOf,
  signal: AbortSignal,
): AsyncIterable<string> {
  const head = Buffer.allocUnsafeSlow(headBytes);
  const read = ({ record }: ShelvedMessage) => {
    const bytes = headOf(join(archive.folder, record.path), head);
    return textOf(bytes, record.internalDate);
  };
  let piece = indexHeading;
  try {
    for await (const message of new Shelf(archive, signal).messages(true)) {
      const before = former.find(message);
      piece += before?.line ?? rowOf(message, before?.text ?? read(message));
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
  } finally {
    former.close();
  }
  yield piece;
}

function rowOf({ mailbox, record, labels }: ShelvedMessage, text: IndexedText): string {
  const { path, flags, size, sha256 } = record;
  return formatIndexRow({
    ...{ ...text, path, folder: mailbox, flags: flags.join(' '), labels, size },
    ...(sha256 !== undefined && { sha256 }),
  });
}

/** Nothing of a file that cannot be read, or went away in the meantime. */
function headOf(path: string, into: Buffer): Buffer {
  try {
    return readHead(path, into);
  } catch (error) {
    if (!(error instanceof MailstowError) && errorCode(error) === undefined) throw error;
    return Buffer.alloc(0);
  }
}

/** Changes with every line that any journal gets. */
function digestOf(journals: readonly string[]): string {
  const stamps = journals.map(path => `${basename(path)} ${stampOf(path)}\n`);
  return hash('sha256', stamps.join(''), 'base64url');
}

function isState(value: unknown): value is IndexState {
  if (typeof value !== 'object' || value === null) return false;
  const { file, journals }: Partial<Record<keyof IndexState, unknown>> = value;
  return typeof file === 'string' && typeof journals === 'string';
}

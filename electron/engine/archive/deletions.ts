import { closeSync, fsyncSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './disk/atomic-file.ts';
import { diskFailure } from './disk/disk-failure.ts';
import { append, openForSyncing } from './disk/guarded-files.ts';
import { inPieces } from './disk/in-pieces.ts';
import { readLines } from './disk/read-lines.ts';

/** When a message's file was read again for the first time and found whole. */
export interface FirstRead {
  /** In base64url. */
  readonly sha256: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** A message that the server is asked to delete. */
export interface DeletedMessage {
  readonly uid: number;
  readonly uidl: string;
  /** Bytes. */
  readonly size: number;
  /** In hex. */
  readonly sha256: string;
  /** Relative to the archive, with `/` between folders. */
  readonly path: string;
}

/** What is kept of messages that are deleted on the server, or are going to be. */
export class Deletions {
  readonly #archive: string;
  readonly #reads: string;
  readonly #list: string;

  /** @param own the archive's own folder */
  constructor(archive: string, own: string) {
    this.#archive = archive;
    this.#reads = join(own, 'reread.jsonl');
    this.#list = join(own, 'deleted.jsonl');
  }

  /** By UID. Lines that cannot be read are as good as none: those messages wait longer. */
  firstReads(): Map<number, FirstRead> {
    const reads = new Map<number, FirstRead>();
    for (const line of readLines(this.#reads, longestLine)) {
      const read = parseRead(line);
      if (read !== undefined) reads.set(...read);
    }
    return reads;
  }

  /** In the place of what was kept before. @throws MailstowError `disk-full`, `output-folder` */
  keepFirstReads(reads: ReadonlyMap<number, FirstRead>): void {
    try {
      writeAtomically(this.#reads, inPieces(linesOf(reads)));
    } catch (error) {
      throw diskFailure(error, 'using-folder', this.#archive);
    }
  }

  /** These are stored anew: what was read of them before says nothing of their files. @throws as {@link keepFirstReads} */
  forget(uids: Iterable<number>): void {
    const reads = this.firstReads();
    const before = reads.size;
    for (const uid of uids) reads.delete(uid);
    if (reads.size < before) this.keepFirstReads(reads);
  }

  /**
   * Adds to the list of what was deleted, durably: what is asked for before it is, and what the server said of it.
   * @throws MailstowError `disk-full`, `output-folder`
   */
  note(what: 'asked' | 'deleted' | 'not deleted', messages: readonly DeletedMessage[]): void {
    const at = new Date().toISOString();
    const lines = messages.map(message => `${JSON.stringify({ what, at, ...message })}\n`);
    try {
      append(this.#list, lines.join(''));
      const file = openForSyncing(this.#list);
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      throw diskFailure(error, 'using-folder', this.#archive);
    }
  }
}

/** Bytes; a longer line is not ours. */
const longestLine = 1_000;

function* linesOf(reads: ReadonlyMap<number, FirstRead>): Iterable<string> {
  for (const [uid, { sha256, at }] of reads) yield `${JSON.stringify([uid, sha256, at])}\n`;
}

function parseRead(line: string): [number, FirstRead] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const [uid, sha256, at]: unknown[] = value;
  if (!Number.isSafeInteger(uid) || typeof sha256 !== 'string' || !Number.isSafeInteger(at)) {
    return undefined;
  }
  return [Number(uid), { sha256, at: Number(at) }];
}

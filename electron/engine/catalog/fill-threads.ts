import type { DatabaseSync } from 'node:sqlite';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import { Turns } from '../archive/disk/turns.ts';
import { readFormat } from '../archive/layout/archive-format.ts';
import { isHeader, type MessageKind } from '../archive/layout/kind.ts';
import type { Summary } from '../mail/summary.ts';
import { numberIn, type Row } from './columns.ts';
import { locate } from './locate.ts';
import { summaryOf, unreadable } from './message-file.ts';
import { unthreaded } from './thread-tables.ts';
import { Threads } from './threads.ts';

/** Messages that are written down together: questions wait no longer for it. */
const together = 200;

/** Reads the headers of messages that an earlier version listed, for their conversations and recipients. */
export class FillThreads {
  readonly #database: DatabaseSync;
  readonly #archive: ArchiveReader;
  readonly #turns = new Turns();

  constructor(database: DatabaseSync, archive: ArchiveReader) {
    this.#database = database;
    this.#archive = archive;
  }

  /** Reads some. @returns `last` where they were the last, `all` where there were none */
  async some(): Promise<'some' | 'last' | 'all'> {
    const rows = this.#database
      .prepare(`SELECT id, kind, size FROM ${unthreaded} LIMIT ${together}`)
      .all();
    const read: { row: Row; summary: Summary }[] = [];
    for (const row of rows) {
      if (this.#turns.isDue()) await this.#turns.next();
      read.push({ row, summary: await this.#summary(row) });
    }
    // Of an archive whose disk was taken away meanwhile, a file that is not there says nothing.
    if (read.length === 0 || readFormat(this.#archive.folder) === undefined) return 'all';
    this.#write(read);
    return rows.length === together ? 'some' : 'last';
  }

  async #summary({ id, kind }: Row): Promise<Summary> {
    const place = locate(this.#database, this.#archive, Number(id));
    if (place === undefined) return unreadable;
    return (await summaryOf(place.path, isHeader(kind as MessageKind))) ?? unreadable;
  }

  #write(read: readonly { row: Row; summary: Summary }[]): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const threads = new Threads(this.#database);
      const isWaiting = this.#database.prepare(
        'SELECT 1 FROM messages WHERE id = ? AND kind = ? AND size = ? AND thread IS NULL',
      );
      const update = this.#database.prepare(
        'UPDATE messages SET thread = ?, own = ?, recipients = ? WHERE id = ? OR origin = ?',
      );
      for (const { row, summary } of read) {
        const id = numberIn(row, 'id');
        // Meanwhile it may be another file's row, or another process may have been faster.
        if (isWaiting.get(id, row.kind ?? null, row.size ?? null) === undefined) continue;
        const { own, recipients } = summary;
        update.run(threads.of(summary), own ?? null, recipients, id, id);
      }
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

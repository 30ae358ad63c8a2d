import { basename, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { JournalRecord } from '../archive/journal-record.ts';
import { mailboxOfJournal, readJournalPiece } from '../archive/journal-tail.ts';
import { isHeader, messageKinds } from '../archive/kind.ts';
import type { MailboxLayout } from '../archive/layout.ts';
import type { MailboxReader } from '../archive/mailbox-reader.ts';
import type { Summary } from '../mail/summary.ts';
import { MailboxRows, resolveLinks } from './mailbox-rows.ts';
import { filePath, summaryOf } from './message-file.ts';
import { Turns } from './turns.ts';

/** Messages whose files are read before they are written down together. */
const batch = 500;

export interface CatchUpOptions {
  /** Also mailboxes that have files and no journal; takes a look at every file of theirs. */
  readonly isFirst: boolean;
  /** Called after each change of the catalog. */
  onChange(): void;
}

/** A record with what its file says, where that had to be read. */
interface Read {
  readonly record: JournalRecord;
  readonly summary: Summary | undefined;
}

/**
 * Brings a catalog up to what the journals of its archive say, while a run may be appending to them. What
 * was read of a journal is written down together with how far it was read, so that a crash repeats or
 * loses nothing.
 */
export class CatchUp {
  readonly #database: DatabaseSync;
  readonly #archive: ArchiveReader;
  readonly #options: CatchUpOptions;
  readonly #turns = new Turns();

  constructor(database: DatabaseSync, archive: ArchiveReader, options: CatchUpOptions) {
    this.#database = database;
    this.#archive = archive;
    this.#options = options;
  }

  async run(): Promise<void> {
    const names = new Set<string>();
    for (const path of this.#archive.journals()) {
      const name = await this.#followJournal(path);
      if (name !== undefined) names.add(name);
    }
    if (this.#options.isFirst) {
      for (const mailbox of this.#archive.mailboxesBeside(names)) {
        names.add(mailbox.name);
        await this.#listFiles(mailbox);
      }
    }
    if (this.#inTransaction(() => resolveLinks(this.#database)) > 0) this.#options.onChange();
  }

  /** @returns the mailbox that the journal is of */
  async #followJournal(path: string): Promise<string | undefined> {
    const name = mailboxOfJournal(path);
    if (name === undefined) return undefined;
    const rows = this.#inTransaction(() => new MailboxRows(this.#database, name));
    const layout = this.#archive.layoutOf(name);
    for (let isAtEnd = false; !isAtEnd; ) {
      const from = rows.position();
      const piece = readJournalPiece(path, from);
      if (piece === undefined) break;
      if (piece.records.length === 0 && !piece.isAnew) break;
      const isKnown = piece.isAnew || rows.isRereading();
      const read = await this.#readFiles(rows, layout, piece.records, isKnown);
      const isDone = this.#inTransaction(() => {
        // Another process may have been faster.
        if (rows.position()?.mark !== from?.mark) return false;
        if (piece.isAnew) rows.beginRereading();
        for (const { record, summary } of read) rows.apply(record, summary);
        rows.moveTo(piece.position);
        if (piece.isLast) rows.endRereading();
        return true;
      });
      if (isDone) this.#options.onChange();
      isAtEnd = isDone && piece.isLast;
    }
    return name;
  }

  async #readFiles(
    rows: MailboxRows,
    layout: MailboxLayout,
    records: readonly JournalRecord[],
    mayBeListed: boolean,
  ): Promise<Read[]> {
    const read: Read[] = [];
    let isRenumbered = false;
    for (const record of records) {
      await this.#turns.next();
      if (record.type === 'uid-validity') isRenumbered ||= record.restart;
      if (record.type !== 'stored') {
        read.push({ record, summary: undefined });
        continue;
      }
      const { kind, message } = record;
      const isListed = mayBeListed && !isRenumbered && rows.has(kind, message);
      const path = join(this.#archive.folder, filePath(layout, kind, message));
      const summary = isListed ? undefined : await summaryOf(path, isHeader(kind));
      read.push({ record, summary });
    }
    return read;
  }

  /** Files without a journal are listed as they are found; their journal, once a run made it, says more. */
  async #listFiles(mailbox: MailboxReader): Promise<void> {
    const rows = this.#inTransaction(() => new MailboxRows(this.#database, mailbox.name));
    const layout = this.#archive.layoutOf(mailbox.name);
    const records = messageKinds.flatMap(kind =>
      mailbox.uids(kind).flatMap((uid): JournalRecord[] => {
        const found = mailbox.record(kind, uid);
        if (found === undefined) return [];
        const name = layout.derived ? {} : { name: basename(found.path) };
        return [
          { type: 'stored', kind, message: { uid, size: found.size, flags: '\\Seen', ...name } },
        ];
      }),
    );
    for (let start = 0; start < records.length; start += batch) {
      const read = await this.#readFiles(rows, layout, records.slice(start, start + batch), true);
      this.#inTransaction(() => {
        for (const { record, summary } of read) rows.apply(record, summary);
      });
      this.#options.onChange();
    }
  }

  #inTransaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // On some errors, such as a full disk, SQLite has done so itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

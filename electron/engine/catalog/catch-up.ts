import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import { Turns } from '../archive/disk/turns.ts';
import type { JournalRecord } from '../archive/journal/journal-record.ts';
import {
  type JournalPosition,
  mailboxOfJournal,
  readJournalPiece,
} from '../archive/journal/journal-tail.ts';
import type { MessageKind } from '../archive/layout/kind.ts';
import type { MailboxReader } from '../archive/mailbox-reader.ts';
import { MailboxRows, resolveLinks } from './mailbox-rows.ts';
import { RecordFiles } from './record-files.ts';
import type { SortIndexes } from './sort-indexes.ts';

/**
 * Messages that are written down together: each writing costs a page of every index for nearly every
 * message, and holds up questions by some hundredth of a millisecond a message.
 */
const together = 2_000;
/** Milliseconds of reading after which anyone who waits sees what was found. */
const patience = 500;

export interface CatchUpOptions {
  /** Also mailboxes that have files and no journal; takes a look at every file of theirs. */
  readonly isFirst: boolean;
  /** Called after each change of the catalog. */
  onChange(): void;
}

/** What was read of a journal and is to be written down. */
interface Batch {
  readonly files: RecordFiles;
  readonly position: JournalPosition;
  readonly isAnew: boolean;
  readonly isLast: boolean;
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
  readonly #indexes: SortIndexes;
  readonly #turns = new Turns();
  #isChanged = false;
  #tellsFlags: boolean | undefined;

  constructor(
    database: DatabaseSync,
    indexes: SortIndexes,
    archive: ArchiveReader,
    options: CatchUpOptions,
  ) {
    this.#database = database;
    this.#indexes = indexes;
    this.#archive = archive;
    this.#options = options;
  }

  /** @returns whether there was anything new */
  async run(): Promise<boolean> {
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
    if (this.#inTransaction(() => resolveLinks(this.#database)) > 0) this.#changed();
    return this.#isChanged;
  }

  #rowsOf(mailbox: string): MailboxRows {
    // POP3 knows of no flags.
    this.#tellsFlags ??= this.#archive.account?.protocol !== 'pop3';
    const tellsFlags = this.#tellsFlags;
    return this.#inTransaction(() => new MailboxRows(this.#database, mailbox, tellsFlags));
  }

  /** @returns the mailbox that the journal is of */
  async #followJournal(path: string): Promise<string | undefined> {
    const name = mailboxOfJournal(path);
    if (name === undefined) return undefined;
    const rows = this.#rowsOf(name);
    for (let isAtEnd = false; !isAtEnd; ) {
      const from = rows.position();
      const batch = await this.#readBatch(path, rows, from);
      if (batch === undefined) break;
      const isDone = this.#inTransaction(() => {
        // Another process may have been faster.
        if (rows.position()?.mark !== from?.mark) return false;
        if (batch.isAnew) rows.beginRereading();
        this.#apply(rows, batch.files);
        rows.moveTo(batch.position);
        if (batch.isLast) rows.endRereading();
        return true;
      });
      if (isDone) this.#changed();
      isAtEnd = isDone && batch.isLast;
    }
    return name;
  }

  /**
   * Reads on in a journal with the files that it names; the first piece of one alone, so that its messages
   * are shown at once.
   * @returns undefined where there is no more
   */
  async #readBatch(
    path: string,
    rows: MailboxRows,
    from: JournalPosition | undefined,
  ): Promise<Batch | undefined> {
    const start = performance.now();
    const isRereading = rows.isRereading();
    let batch: Batch | undefined;
    do {
      const piece = readJournalPiece(path, batch?.position ?? from);
      // What was rewritten in the meantime is for the next batch.
      if (piece === undefined || (piece.isAnew && batch !== undefined)) break;
      const { records, position, isAnew, isLast } = piece;
      if (records.length === 0 && !isAnew) break;
      const files = batch?.files ?? this.#filesOf(rows, isAnew || isRereading);
      await files.add(records);
      batch = { files, position, isAnew: batch?.isAnew ?? isAnew, isLast };
    } while (from !== undefined && !isEnough(batch, start));
    return batch;
  }

  #filesOf(rows: MailboxRows, mayBeListed: boolean): RecordFiles {
    const archive = this.#archive;
    const layout = archive.layoutOf(rows.name);
    return new RecordFiles({ archive, layout, rows, mayBeListed, turns: this.#turns });
  }

  /** Files without a journal are listed as they are found; their journal, once a run made it, says more. */
  async #listFiles(mailbox: MailboxReader): Promise<void> {
    const rows = this.#rowsOf(mailbox.name);
    for (const kind of mailbox.kinds) {
      const uids = mailbox.uids(kind);
      for (let start = 0; start < uids.length; start += together) {
        const files = this.#filesOf(rows, true);
        await files.add(recordsOf(mailbox, kind, uids.slice(start, start + together)));
        this.#inTransaction(() => this.#apply(rows, files));
        this.#changed();
      }
    }
  }

  #apply(rows: MailboxRows, { read }: RecordFiles): void {
    this.#indexes.expect(read.filter(({ summary }) => summary !== undefined).length);
    for (const { record, summary } of read) rows.apply(record, summary);
  }

  #changed(): void {
    this.#isChanged = true;
    this.#options.onChange();
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

/** One record a file, made as it is asked for: a mailbox may have a million. */
function* recordsOf(
  mailbox: MailboxReader,
  kind: MessageKind,
  uids: readonly number[],
): Iterable<JournalRecord> {
  for (const uid of uids) {
    const found = mailbox.record(kind, uid);
    if (found === undefined) continue;
    const { path, size } = found;
    const name = mailbox.layout.derived ? {} : { name: basename(path) };
    // Of what nobody tells, nothing is to look new.
    const flags = mailbox.isUnknown(kind, uid) ? '\\Seen' : found.flags.join(' ');
    yield { type: 'stored', kind, message: { uid, size, flags, ...name } };
  }
}

function isEnough({ files, isLast }: Batch, start: number): boolean {
  return isLast || files.read.length >= together || performance.now() - start >= patience;
}

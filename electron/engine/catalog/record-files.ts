import { join } from 'node:path';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { Turns } from '../archive/disk/turns.ts';
import type { JournalRecord } from '../archive/journal/journal-record.ts';
import { isHeader } from '../archive/layout/kind.ts';
import type { MailboxLayout } from '../archive/layout/layout.ts';
import type { Summary } from '../mail/summary.ts';
import type { MailboxRows } from './mailbox-rows.ts';
import { filePath, summaryOf } from './message-file.ts';

/** A record with what its file says, where that had to be read. */
export interface RecordRead {
  readonly record: JournalRecord;
  readonly summary: Summary | undefined;
}

export interface RecordFilesOptions {
  readonly archive: ArchiveReader;
  readonly layout: MailboxLayout;
  readonly rows: MailboxRows;
  /** Some of the files may be in the list already; those are not read again. */
  readonly mayBeListed: boolean;
  readonly turns: Turns;
}

/** Reads the files of records that are to be written down together. */
export class RecordFiles {
  readonly read: RecordRead[] = [];
  readonly #options: RecordFilesOptions;
  /** Messages whose row will be another one when it is their record's turn. */
  readonly #touched = new Set<number>();
  #isRenumbered = false;

  constructor(options: RecordFilesOptions) {
    this.#options = options;
  }

  async add(records: Iterable<JournalRecord>): Promise<void> {
    const { turns } = this.#options;
    for (const record of records) {
      if (turns.isDue()) await turns.next();
      this.read.push({ record, summary: await this.#summary(record) });
    }
  }

  async #summary(record: JournalRecord): Promise<Summary | undefined> {
    if (record.type === 'uid-validity') this.#isRenumbered ||= record.restart;
    if (record.type === 'removed') this.#touched.add(record.uid);
    if (record.type !== 'stored') return undefined;
    const { kind, message } = record;
    if (this.#isListed(record)) return undefined;
    this.#touched.add(message.uid);
    const { archive, layout } = this.#options;
    return await summaryOf(join(archive.folder, filePath(layout, kind, message)), isHeader(kind));
  }

  #isListed({ kind, message }: Extract<JournalRecord, { type: 'stored' }>): boolean {
    const { mayBeListed, rows } = this.#options;
    if (!mayBeListed || this.#isRenumbered || this.#touched.has(message.uid)) return false;
    return rows.has(kind, message);
  }
}

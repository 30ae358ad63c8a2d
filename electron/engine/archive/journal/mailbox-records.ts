import { diskFailure } from '../disk/disk-failure.ts';
import { inTurns } from '../disk/turns.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord } from './journal-record.ts';
import { MailboxIndex } from './mailbox-index.ts';

/** Waiting journal lines are written at the latest at this number; a crash loses no message with them. */
const mostPending = 5_000;

/** What is noted of one mailbox: known to the index at once, written to the journal in batches. */
export class MailboxRecords {
  readonly #journal: Journal;
  readonly #archive: string;
  #index = new MailboxIndex();
  #pending: JournalRecord[] = [];

  /** @param archive the archive's folder, named in failures */
  constructor(journal: Journal, archive: string) {
    this.#journal = journal;
    this.#archive = archive;
  }

  get index(): MailboxIndex {
    return this.#index;
  }

  /**
   * Replays the journal from its beginning, and rewrites it where it is damaged or says too much.
   * @returns lines that could not be read
   */
  async load(signal?: AbortSignal): Promise<number> {
    const index = new MailboxIndex();
    this.#index = index;
    const { lines, damaged } = await inTurns(
      this.#journal.replay(record => index.apply(record)),
      signal,
    );
    if (damaged > 0 || lines > 2 * index.known + 1_000) this.#journal.rewrite(index.records());
    return damaged;
  }

  note(record: JournalRecord): void {
    this.#index.apply(record);
    this.add([record]);
    if (this.#pending.length >= mostPending) this.flush();
  }

  /** Notes for the journal alone what the index knows. */
  add(records: readonly JournalRecord[]): void {
    for (const record of records) this.#pending.push(record);
  }

  /**
   * Writes what waits and syncs it.
   * @throws MailstowError `disk-full`, `output-folder`
   */
  flush(): void {
    const pending = this.#pending;
    this.#pending = [];
    try {
      this.#journal.append(pending);
    } catch (error) {
      throw diskFailure(error, 'writing-journal', this.#archive);
    }
  }
}

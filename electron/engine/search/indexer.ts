import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import { Turns } from '../archive/disk/turns.ts';
import type { ReadsAttachments } from './attachments/reading.ts';
import { type CatalogMessage, Documents, type NewDocument } from './documents.ts';
import { FileTexts } from './file-texts.ts';
import { inTransaction } from './in-transaction.ts';
import { fact, isWhole, noteFact } from './index-database.ts';
import { ReadAttachments } from './read-attachments.ts';
import { StoredFiles } from './stored-files.ts';

/** Messages that are looked at before the newest of those that wait are looked for again. */
const chunk = 50_000;
/** Messages, and characters of their tokens, that are written together. */
const together = 1_000;
const mostTokens = 16_000_000;
/** Milliseconds of reading after which what was read is written, so that it is found. */
const patience = 1_000;
/** Documents that are removed at once: each takes time in proportion to its words. */
const removedTogether = 200;

/** Documents that are new before the index is brought into one piece, and pages of a step: some hundredths of a second. */
const leastMerged = 2_000;
const pagesTogether = 200;

export interface IndexerOptions {
  readonly reader: ReadsAttachments | undefined;
  /** Whether a run goes first. */
  isBusy(): boolean;
  /** Called after each change of the index. */
  onChange(): void;
  /** Called once when all messages are in it. */
  onWhole(): void;
}

/**
 * Brings an index up to what its catalog lists. The catalog keeps a queue of what changed; a message leaves it only
 * when its words are durable in the index, so that a crash repeats work and loses nothing.
 */
export class Indexer {
  readonly #database: DatabaseSync;
  readonly #documents: Documents;
  readonly #texts: FileTexts;
  readonly #attachments: ReadAttachments;
  readonly #options: IndexerOptions;
  readonly #turns = new Turns();
  #last = 0;
  #isStopped = false;

  constructor(database: DatabaseSync, archive: ArchiveReader, options: IndexerOptions) {
    this.#database = database;
    this.#options = options;
    this.#documents = new Documents(database);
    const files = new StoredFiles(archive);
    this.#texts = new FileTexts(files);
    this.#attachments = new ReadAttachments(database, files, options.reader);
  }

  /** What goes on ends soon, and what is durable stays. */
  stop(): void {
    this.#isStopped = true;
  }

  async run(): Promise<void> {
    this.#follow();
    this.#attachments.retry();
    for (;;) {
      await this.#catchUp();
      if (this.#isStopped) return;
      // A run that renumbers takes messages away and brings them back: until then they are the same.
      if (this.#options.isBusy()) return;
      if (await this.#removeOrphans()) continue;
      this.#noteWhole();
      if (await this.#readAttachments()) continue;
      if (await this.#tidy()) continue;
      return;
    }
  }

  /**
   * Brings what was written piece by piece into one piece, in small steps, where a good part is new since the last
   * time; and the log beside the database into the database.
   * @returns whether there is something else to do first
   */
  async #tidy(): Promise<boolean> {
    const documents = this.#documents.count();
    const before = Number(fact(this.#database, 'merged') ?? 0);
    if (documents < before + Math.max(leastMerged, before / 5)) return false;
    for (const table of ['words', 'neighbours']) {
      if (!(await this.#merge(table))) return true;
    }
    noteFact(this.#database, 'merged', String(documents));
    this.#database.exec('PRAGMA main.wal_checkpoint(TRUNCATE)');
    return false;
  }

  /** @returns whether it came to its end */
  async #merge(table: string): Promise<boolean> {
    const merge = this.#database.prepare(
      `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`,
    );
    let pages = -pagesTogether;
    while (!this.#isStopped) {
      // https://sqlite.org/fts5.html#the_merge_command: negative to begin, and at its end nothing changes.
      const changed = this.#changes();
      inTransaction(this.#database, 'index', () => merge.run(pages));
      pages = pagesTogether;
      if (this.#changes() - changed < 2) return true;
      await this.#turns.next();
      if (this.#options.isBusy() || this.#documents.behind() > 0) return false;
    }
    return false;
  }

  /** Those inside of tables of FTS5 too, which a statement does not tell. */
  #changes(): number {
    return Number(this.#database.prepare('SELECT total_changes() AS number').get()?.number);
  }

  #noteWhole(): void {
    if (isWhole(this.#database)) return;
    noteFact(this.#database, 'whole', '1');
    this.#options.onWhole();
  }

  /** Numbers of another catalog say nothing: every document has to be found again. */
  #follow(): void {
    const generation = this.#documents.generation();
    if (fact(this.#database, 'generation') !== generation) {
      inTransaction(this.#database, 'index', () => {
        this.#documents.leaveAll();
        noteFact(this.#database, 'generation', generation);
      });
    }
    if (this.#documents.isComplete()) return;
    inTransaction(this.#database, 'catalog', () => this.#documents.compare());
  }

  async #catchUp(): Promise<void> {
    for (
      let ids = this.#documents.waiting(chunk);
      ids.length > 0;
      ids = this.#documents.waiting(chunk)
    ) {
      this.#last = Math.max(this.#last, this.#documents.lastWaiting());
      for (let at = 0; at < ids.length; ) {
        const fresh = this.#documents.waitingAfter(this.#last, together);
        this.#last = fresh.at(-1) ?? this.#last;
        const taken = await this.#batch(fresh.length > 0 ? fresh : ids.slice(at, at + together));
        if (this.#isStopped) return;
        if (fresh.length === 0) at += taken;
      }
    }
  }

  /** @returns how many of them were dealt with */
  async #batch(ids: readonly number[]): Promise<number> {
    const start = performance.now();
    const looked: { id: number; message: CatalogMessage | undefined }[] = [];
    const read = new Map<number, NewDocument>();
    let tokens = 0;
    for (const id of ids) {
      if (this.#turns.isDue()) await this.#turns.next();
      if (this.#isStopped && looked.length > 0) break;
      const message = this.#documents.message(id);
      looked.push({ id, message });
      if (message === undefined || this.#documents.has(message)) continue;
      const document = await this.#texts.read(message);
      read.set(id, document);
      tokens += document.tokens.words.length + document.tokens.neighbours.length;
      if (tokens > mostTokens || performance.now() - start > patience) break;
    }
    const done = inTransaction(this.#database, 'index', () =>
      looked.filter(({ id, message }) => this.#write(id, message, read.get(id))),
    );
    inTransaction(this.#database, 'catalog', () => this.#documents.done(done));
    this.#options.onChange();
    if (this.#options.isBusy()) await wait(performance.now() - start);
    return looked.length;
  }

  /** @returns whether the index has the message as it is now */
  #write(
    id: number,
    message: CatalogMessage | undefined,
    document: NewDocument | undefined,
  ): boolean {
    if (message === undefined) this.#documents.leave(id);
    else if (!this.#documents.adopt(message)) {
      // Another process took the document that it seemed to have.
      if (document === undefined) return false;
      this.#documents.add(document);
    }
    return true;
  }

  async #removeOrphans(): Promise<boolean> {
    while (!this.#isStopped) {
      const any = inTransaction(this.#database, 'index', () =>
        this.#documents.removeOrphans(removedTogether),
      );
      if (!any) return false;
      await this.#turns.next();
      if (this.#documents.behind() > 0) return true;
    }
    return true;
  }

  /** @returns whether there is something else to do first */
  async #readAttachments(): Promise<boolean> {
    while (!this.#isStopped && (await this.#attachments.readNext())) {
      this.#options.onChange();
      if (this.#options.isBusy()) return false;
      if (this.#documents.behind() > 0) return true;
    }
    return this.#isStopped;
  }
}

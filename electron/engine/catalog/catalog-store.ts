import type { DatabaseSync } from 'node:sqlite';
import { ArchiveReader, noArchive } from '../archive/archive-reader.ts';
import { readFormat } from '../archive/layout/archive-format.ts';
import type { CatalogCalls, CatalogPlace, NumbersQuery } from './catalog-calls.ts';
import { CatchUp } from './catch-up.ts';
import { idsOf, placesOf } from './chosen.ts';
import { Conversations } from './conversations.ts';
import {
  catalogFailure,
  isDamage,
  madeByLaterVersion,
  openDatabase,
  removeDatabase,
} from './database.ts';
import { FillThreads } from './fill-threads.ts';
import { locate } from './locate.ts';
import { countNumbers } from './numbers.ts';
import { Queries } from './queries.ts';
import { SortIndexes } from './sort-indexes.ts';

type Input<Name extends keyof CatalogCalls> = CatalogCalls[Name]['input'];
type Output<Name extends keyof CatalogCalls> = CatalogCalls[Name]['output'];

interface Open {
  readonly database: DatabaseSync;
  readonly queries: Queries;
  readonly indexes: SortIndexes;
  readonly conversations: Conversations;
}

/** The catalog of one archive within the thread that it lives in. */
export class CatalogStore {
  readonly #folder: string;
  readonly #spare: string | undefined;
  readonly #onChange: () => void;
  #open: Open | undefined;
  #isFirst = true;
  #running: Promise<undefined> | undefined;
  #isDue = false;
  #isFilling = false;

  /**
   * @param folder the archive, absolute; need not be one yet
   * @param spare see `catalogPath`
   */
  constructor(folder: string, spare: string | undefined, onChange: () => void) {
    this.#folder = folder;
    this.#spare = spare;
    this.#onChange = onChange;
  }

  /** Lists what the archive has and the catalog has not; a request during the work is answered after another look. */
  catchUp(): Promise<undefined> {
    this.#isDue = true;
    this.#running ??= this.#catchUpWhileDue().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  later(): Output<'later'> {
    return madeByLaterVersion(this.#folder, this.#spare);
  }

  mailboxes(): Output<'mailboxes'> {
    return this.#ask(({ queries }) => queries.mailboxes()) ?? [];
  }

  messages(query: Input<'messages'>): Output<'messages'> {
    const conversations = query.conversations === true;
    const nothing = { total: 0, rows: [], conversations, version: '' };
    return this.#ask(({ queries }) => queries.messages(query)) ?? nothing;
  }

  members(query: Input<'members'>): Output<'members'> {
    const nothing = () => query.asked.map(() => ({ ids: [], members: [] }));
    return this.#ask(({ conversations }) => conversations.members(query)) ?? nothing();
  }

  conversation(asked: Input<'conversation'>): Output<'conversation'> {
    return this.#ask(({ conversations }) => conversations.rows(asked)) ?? { ids: [], rows: [] };
  }

  stock(): Output<'stock'> {
    const stock = this.#ask(({ queries }) => queries.stock());
    // Not the same as nothing: its disk may be away.
    if (stock === undefined) throw noArchive(this.#folder);
    return stock;
  }

  async numbers(query: NumbersQuery): Promise<Output<'numbers'>> {
    for (let isMended = false; ; ) {
      const open = this.#opened();
      if (open === undefined) throw noArchive(this.#folder);
      try {
        const counted = await countNumbers(open.database, query, () => this.#open === open);
        if (counted !== undefined) return counted;
      } catch (error) {
        if (!isDamage(error) || isMended) throw error;
        this.#renew();
        isMended = true;
      }
    }
  }

  place(id: number): CatalogPlace | undefined {
    return this.#ask(({ database }) => locate(database, new ArchiveReader(this.#folder), id));
  }

  ids(mailbox: string | undefined): Output<'ids'> {
    return this.#ask(({ database }) => idsOf(database, mailbox)) ?? [];
  }

  placed(ids: readonly number[]): Output<'placed'> {
    const archive = new ArchiveReader(this.#folder);
    return this.#ask(({ database }) => placesOf(database, archive, ids)) ?? [];
  }

  async #catchUpWhileDue(): Promise<undefined> {
    while (this.#isDue) {
      this.#isDue = false;
      try {
        await this.#catchUpOnce();
      } catch (error) {
        if (!isDamage(error)) throw catalogFailure(error, this.#folder);
        this.#renew();
        await this.#catchUpOnce();
      }
    }
  }

  async #catchUpOnce(): Promise<void> {
    const open = this.#opened();
    if (open === undefined) return;
    const archive = new ArchiveReader(this.#folder);
    const options = { isFirst: this.#isFirst, onChange: this.#onChange };
    const isChanged = await new CatchUp(open.database, open.indexes, archive, options).run();
    this.#isFirst = false;
    // While a run goes on there is something new at each look.
    if (isChanged) return;
    await this.#makeIndexes(open);
    void this.#fillThreads(open);
  }

  /** Nobody waits for it; what fails is tried again after the next look. */
  async #fillThreads(open: Open): Promise<void> {
    if (this.#isFilling) return;
    this.#isFilling = true;
    try {
      const archive = new ArchiveReader(this.#folder);
      const fill = new FillThreads(open.database, archive);
      while (this.#open === open) {
        const filled = await fill.some();
        if (filled === 'all') break;
        if (filled === 'last') this.#onChange();
      }
    } catch {
      // The catalog is busy, damaged or away: whoever asks next hears of it.
    } finally {
      this.#isFilling = false;
    }
  }

  /** Between one and the next, questions are answered. */
  async #makeIndexes({ indexes }: Open): Promise<void> {
    while (!this.#isDue && indexes.makeOne()) await new Promise(resolve => setImmediate(resolve));
  }

  /** @returns undefined where there is no archive yet */
  #ask<Result>(question: (open: Open) => Result): Result | undefined {
    const open = this.#opened();
    if (open === undefined) return undefined;
    try {
      return question(open);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return question(this.#renew());
    }
  }

  #opened(): Open | undefined {
    if (this.#open === undefined && readFormat(this.#folder) !== undefined) {
      return this.#openAnew();
    }
    return this.#open;
  }

  /** The catalog is a cache: a damaged one is taken away, the next look at the archive fills it again. */
  #renew(): Open {
    this.#open?.database.close();
    removeDatabase(this.#folder, this.#spare);
    this.#isFirst = true;
    this.#isDue = true;
    return this.#openAnew();
  }

  #openAnew(): Open {
    const database = openDatabase(this.#folder, this.#spare);
    const indexes = new SortIndexes(database);
    const conversations = new Conversations(database);
    this.#open = { database, queries: new Queries(database, indexes), indexes, conversations };
    return this.#open;
  }
}

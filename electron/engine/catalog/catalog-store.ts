import type { DatabaseSync } from 'node:sqlite';
import { ArchiveReader, noArchive } from '../archive/archive-reader.ts';
import { readFormat } from '../archive/layout/archive-format.ts';
import type { CatalogCalls, CatalogPlace } from './catalog-calls.ts';
import { CatchUp } from './catch-up.ts';
import { idsOf, placesOf } from './chosen.ts';
import {
  catalogFailure,
  isDamage,
  madeByLaterVersion,
  openDatabase,
  removeDatabase,
} from './database.ts';
import { locate } from './locate.ts';
import { Queries } from './queries.ts';
import { SortIndexes } from './sort-indexes.ts';

type Output<Name extends keyof CatalogCalls> = CatalogCalls[Name]['output'];

interface Open {
  readonly database: DatabaseSync;
  readonly queries: Queries;
  readonly indexes: SortIndexes;
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

  messages(query: CatalogCalls['messages']['input']): Output<'messages'> {
    return this.#ask(({ queries }) => queries.messages(query)) ?? { total: 0, rows: [] };
  }

  stock(): Output<'stock'> {
    const stock = this.#ask(({ queries }) => queries.stock());
    // Not the same as nothing: its disk may be away.
    if (stock === undefined) throw noArchive(this.#folder);
    return stock;
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
    if (!isChanged) await this.#makeIndexes(open);
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
    this.#open = { database, queries: new Queries(database, indexes), indexes };
    return this.#open;
  }
}

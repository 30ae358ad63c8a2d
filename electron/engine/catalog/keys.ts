import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { numberIn } from './columns.ts';
import { fold } from './fold.ts';

/** Texts that are remembered; most mail is from few and answers what came just before. */
const mostKnown = 10_000;

/** The numbers of the folded texts that messages are sorted by; each new one gets the next. */
export class Keys {
  readonly #find: StatementSync;
  readonly #add: StatementSync;
  readonly #known = new Map<string, number>();

  constructor(database: DatabaseSync, table: 'authors' | 'topics') {
    this.#find = database.prepare(`SELECT id FROM ${table} WHERE key = ?`);
    this.#add = database.prepare(`INSERT INTO ${table} (key) VALUES (?)`);
  }

  /** To be asked within a transaction of the caller's, and not again should that one be undone. */
  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const key = fold(text);
    const found = this.#find.get(key);
    const id =
      found === undefined ? Number(this.#add.run(key).lastInsertRowid) : numberIn(found, 'id');
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(text, id);
    return id;
  }
}

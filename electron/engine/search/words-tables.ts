import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { IndexedTokens } from './tokens.ts';

/** What FTS5 has of a document: the same row of two tables, which have no text, so that a row is replaced as a whole. */
export class WordsTables {
  readonly #insert: readonly StatementSync[];
  readonly #delete: readonly StatementSync[];

  constructor(database: DatabaseSync) {
    const tables = ['words', 'neighbours'];
    this.#insert = tables.map(table =>
      database.prepare(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`),
    );
    this.#delete = tables.map(table => database.prepare(`DELETE FROM ${table} WHERE rowid = ?`));
  }

  add(document: number | bigint, { words, neighbours }: IndexedTokens): void {
    const [intoWords, intoNeighbours] = this.#insert;
    intoWords?.run(document, words);
    intoNeighbours?.run(document, neighbours);
  }

  remove(document: number): void {
    for (const statement of this.#delete) statement.run(document);
  }
}

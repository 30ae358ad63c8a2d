import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { numberIn, textIn } from '../catalog/columns.ts';
import { longestPrefix } from './index-tables.ts';
import { any, token } from './words-expression.ts';

/** A beginning in an expression of `words-expression.ts`. */
const beginning = /"((?:[^"]|"")+)" \*/g;
/** Words that one beginning stands for, at most: of more, FTS5 goes through them faster by itself. */
const mostWords = 64;
/** Beginnings that are remembered. */
const mostKnown = 500;

/** Behind the letters of a beginning, before and after whatever else may follow. */
const first = '\u0001';
const last = '\u{10ffff}';

/**
 * Spells out beginnings of words. FTS5 takes what it has no prefix index for by putting the rows of all its words in
 * order, before it gives the first (50 ms for a frequent word of a million messages); words it goes through as it is
 * asked. Which words begin so it knows at once, but for the rows of those that go on behind the beginning.
 */
export class Vocabulary {
  readonly #find: StatementSync;
  readonly #version: StatementSync;
  readonly #known = new Map<string, readonly string[] | undefined>();
  #knownAt: number | undefined;

  /** @param database of the index */
  constructor(database: DatabaseSync) {
    database.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab ('main', 'words', 'row')`,
    );
    this.#find = database.prepare(
      `SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? LIMIT ${mostWords}`,
    );
    this.#version = database.prepare('PRAGMA main.data_version');
  }

  /** The same expression with words in the place of long beginnings. */
  spelledOut(expression: string): string {
    return expression.replace(beginning, (whole, quoted: string) => {
      const text = quoted.replaceAll('""', '"');
      if ([...text].length <= longestPrefix) return whole;
      const words = this.#wordsOf(text);
      return words === undefined ? whole : any(words.map(token));
    });
  }

  /** @returns undefined where they are too many */
  #wordsOf(text: string): readonly string[] | undefined {
    // Another one after each change that another connection made.
    const version = numberIn(this.#version.get() ?? {}, 'data_version');
    if (version !== this.#knownAt || this.#known.size >= mostKnown) this.#known.clear();
    this.#knownAt = version;
    if (this.#known.has(text)) return this.#known.get(text);
    const longer = this.#find.all(text + first, text + last);
    const words =
      longer.length < mostWords ? [text, ...longer.map(row => textIn(row, 'term'))] : undefined;
    this.#known.set(text, words);
    return words;
  }
}

import type { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { fold } from '../../../shared/search/fold.ts';
import { type MarkedPlace, needle } from '../../../shared/search/marks.ts';
import type { Query, Term, WordsTerm } from '../../../shared/search/query.ts';
import type { CatalogNames } from './catalog-names.ts';
import type { MessageText } from './message-text.ts';
import { termCondition } from './plan.ts';
import { needsLook } from './words-expression.ts';

/** A text of a message that words may stand in. */
interface PlacedText {
  readonly place: MarkedPlace;
  readonly folded: string;
}

/** Looks into a message for what the index cannot tell: phrases, and letters that stand next to each other. */
export class Look {
  readonly #database: DatabaseSync;
  readonly #groups: Query;
  readonly #names: CatalogNames;
  readonly #patterns = new Map<string, RegExp | undefined>();

  constructor(database: DatabaseSync, groups: Query, names: CatalogNames) {
    this.#database = database;
    this.#groups = groups;
    this.#names = names;
  }

  /** @param text undefined where its file cannot be read */
  fits(document: number, text: MessageText | undefined): boolean {
    if (text === undefined) return false;
    let texts: PlacedText[] | undefined;
    const all = () => {
      texts ??= [...textsOf(text), ...this.#fileTexts(document)];
      return texts;
    };
    return this.#groups.every(group =>
      group.some(term =>
        needsLook(term) && term.kind === 'words'
          ? this.#stands(term, all()) !== term.not
          : this.#holds(document, term),
      ),
    );
  }

  #stands(term: WordsTerm, texts: readonly PlacedText[]): boolean {
    return texts.some(({ place, folded }) => {
      if (term.field !== 'anywhere' && term.field !== place) return false;
      return this.#pattern(term, place)?.test(folded) ?? false;
    });
  }

  #pattern(term: WordsTerm, place: MarkedPlace): RegExp | undefined {
    const key = JSON.stringify([place, term.exact, term.text]);
    if (!this.#patterns.has(key)) {
      const pattern = needle(term, place);
      this.#patterns.set(key, pattern === undefined ? undefined : new RegExp(pattern, 'u'));
    }
    return this.#patterns.get(key);
  }

  #holds(document: number, term: Term): boolean {
    const { sql, values } = termCondition(term, this.#names);
    const row = this.#database
      .prepare(
        `SELECT 1 FROM documents JOIN catalog.messages AS messages ON messages.id = documents.message
         WHERE documents.id = ? AND ${sql}`,
      )
      .get(document, ...values);
    return row !== undefined;
  }

  #fileTexts(document: number): PlacedText[] {
    return fileTexts(this.#database, document).map(({ text }) => ({
      place: 'body',
      folded: fold(text),
    }));
  }
}

/** What was read of the files of a message. @returns in their order; `start`: place of the file in the message's */
export function fileTexts(
  database: DatabaseSync,
  document: number,
): { name: string; start: number; text: string }[] {
  const rows = database
    .prepare(
      'SELECT name, start, text FROM files WHERE document = ? AND text IS NOT NULL ORDER BY start',
    )
    .all(document);
  return rows.flatMap(({ name, start, text }) =>
    text instanceof Uint8Array
      ? [{ name: String(name), start: Number(start), text: inflateRawSync(text).toString() }]
      : [],
  );
}

function textsOf({ from, to, subject, bodies, files }: MessageText): PlacedText[] {
  const texts: (readonly [MarkedPlace, string])[] = [
    ['from', from],
    ['to', to],
    ['subject', subject],
    ...bodies.map(body => ['body', body] as const),
    ...files.map(({ name }) => ['filename', name] as const),
  ];
  return texts.map(([place, text]) => ({ place, folded: fold(text) }));
}

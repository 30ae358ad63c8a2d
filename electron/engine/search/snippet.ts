import { fold } from '../../../shared/search/fold.ts';
import { type Mark, marker, needle } from '../../../shared/search/marks.ts';
import type { Query } from '../../../shared/search/query.ts';

/** A piece of a text around what was looked for. */
export interface Snippet {
  /** Cut with … at its ends. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The name of the file whose text it is of. */
  readonly attachment?: string;
}

/** Characters of a snippet, and of those before the first mark. */
const longest = 240;
const before = 40;
/** Characters of a text whose letters are looked at one by one. */
const near = 8_000;

/** Makes snippets for one query. */
export class Snippets {
  readonly #mark: ReturnType<typeof marker>;
  readonly #pattern: RegExp | undefined;

  constructor(query: Query) {
    this.#mark = marker(query, 'body');
    const needles = query
      .flat()
      .filter(term => term.kind === 'words')
      .filter(({ field, not }) => !not && field === 'anywhere')
      .map(term => needle(term, 'body'))
      .filter(each => each !== undefined);
    this.#pattern = needles.length === 0 ? undefined : new RegExp(needles.join('|'), 'u');
  }

  /** @returns undefined where nothing that was looked for stands in any of them */
  of(texts: Iterable<string>): Snippet | undefined {
    for (const text of texts) {
      const piece = this.#around(text);
      if (piece !== undefined) return piece;
    }
    return undefined;
  }

  /** How often what was looked for stands in a text. */
  count(text: string): number {
    if (this.#pattern === undefined) return 0;
    return [...fold(text).matchAll(new RegExp(this.#pattern, 'gu'))].length;
  }

  #around(text: string): Snippet | undefined {
    if (this.#pattern === undefined || this.#mark === undefined) return undefined;
    const folded = fold(text);
    const found = this.#pattern.exec(folded);
    if (found === null) return undefined;
    // Folding makes few letters longer or shorter: about there it is.
    const at = Math.round((found.index / Math.max(1, folded.length)) * text.length);
    const start = text.length <= near ? 0 : Math.max(0, at - near / 2);
    const part = text.slice(start, start + near);
    const marks = this.#mark(part);
    const [first] = marks;
    return first === undefined ? undefined : cut(part, marks, first[0], start > 0);
  }
}

/** The beginning of a message, where nothing that was looked for is in its text. */
export function beginning(texts: readonly string[]): Snippet {
  const text = tidy(texts.find(each => each.trim() !== '') ?? '', near);
  if (text.length <= longest) return { text, marks: [] };
  return { text: `${wordsOf(text.slice(0, longest))}…`, marks: [] };
}

function cut(text: string, marks: readonly Mark[], first: number, isLater: boolean): Snippet {
  let start = Math.max(0, first - before);
  // Not in the middle of a word, where there are words.
  if (start > 0) {
    const space = text.slice(start, first).search(/\s\S/);
    start += space < 0 ? 0 : space + 1;
  }
  const end = Math.min(text.length, start + longest);
  const shown = text.slice(start, end);
  const lead = start > 0 || isLater ? '…' : '';
  const [clean, places] = collapsed(shown);
  const inside = marks.filter(([from, to]) => from >= start && to <= end);
  return {
    text: `${lead}${clean}${end < text.length ? '…' : ''}`,
    marks: inside.map(([from, to]) => [
      lead.length + (places[from - start] ?? 0),
      lead.length + (places[to - start] ?? clean.length),
    ]),
  };
}

/** Without line breaks and runs of blanks. @returns for each character of the text, its place in the result */
function collapsed(text: string): [string, number[]] {
  const places: number[] = [];
  let result = '';
  let isBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    places.push(result.length);
    const isSpace = /[\s\u0000-\u001f]/.test(character);
    if (!isSpace) result += character;
    else if (!isBlank) result += ' ';
    isBlank = isSpace;
  }
  places.push(result.length);
  return [result, places];
}

function tidy(text: string, most: number): string {
  return text.slice(0, most).replace(/\s+/g, ' ').trim();
}

function wordsOf(text: string): string {
  const space = text.lastIndexOf(' ');
  return space > longest / 2 ? text.slice(0, space) : text;
}

import { fold } from '../../../shared/search/fold.ts';
import { unspaced } from '../../../shared/search/marks.ts';
import { addNeighbours } from './neighbours.ts';

/**
 * What the index has of a text: its words, folded, each once. A script without spaces has pairs of letters instead, and
 * each run's last letter alone, so that every letter begins something.
 *
 * A word that also stands in a certain field is in there once more behind a mark, a letter of the area for private
 * use, which no word has. Of sender, subject and names of files each end of a word is marked too ("ktura" of
 * "faktura"), so that a part of a word is found as the beginning of something.
 */

/** The marks of fields. */
export const marks = {
  from: '\ue000',
  to: '\ue001',
  subject: '\ue002',
  filename: '\ue003',
  /** Behind it the ending of a file's name. */
  ending: '\ue004',
} as const;

export type MarkedField = 'from' | 'to' | 'subject' | 'filename';

/** Behind a whole word of a field, so that it is told from the end of a longer one. */
export const wordEnd = '\ue00e';

/** In every document, so that something can be told by what it has not. */
export const everywhere = '\ue00f';

/** Characters of a word that count: longer ones are no words. */
export const longestWord = 64;
/** Characters of the shortest part of a word that is found. */
export const shortestPart = 3;
/** Ends of a word that are marked. */
const mostParts = 32;

const asciiOnly = /^[\x00-\x7f]*$/;
const asciiWord = /[a-z0-9]+/g;
const anyWord = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a folded text. */
export function wordsIn(folded: string): readonly string[] {
  return folded.match(asciiOnly.test(folded) ? asciiWord : anyWord) ?? [];
}

/** A word cut into what has spaces around it and what has not. */
export interface Piece {
  readonly text: string;
  readonly isUnspaced: boolean;
}

export function piecesOf(word: string): Piece[] {
  if (asciiOnly.test(word) || !unspaced.test(word)) return [{ text: word, isUnspaced: false }];
  const pieces: { text: string; isUnspaced: boolean }[] = [];
  for (const letter of word) {
    const last = pieces.at(-1);
    // A mark goes with its letter.
    const isUnspaced = /\p{M}/u.test(letter) && last ? last.isUnspaced : unspaced.test(letter);
    if (last !== undefined && last.isUnspaced === isUnspaced) last.text += letter;
    else pieces.push({ text: letter, isUnspaced });
  }
  return pieces;
}

/** Pairs of neighbouring letters. */
export function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** With spaces between them. */
export interface IndexedTokens {
  readonly words: string;
  readonly neighbours: string;
}

/** The tokens of one message. */
export class Tokens {
  readonly #tokens = new Set<string>([everywhere]);
  readonly #neighbours = new Set<string>();

  /** A text of no field: body or file. */
  add(text: string): void {
    for (const word of this.#wordsOf(text)) this.#addWord(word, '');
  }

  addField(field: MarkedField, text: string): void {
    for (const word of this.#wordsOf(text)) {
      this.#addWord(word, '');
      this.#addWord(word, marks[field]);
      if (field !== 'to') this.#addParts(word, marks[field]);
    }
  }

  /** @param ending of a file's name, without its dot */
  addEnding(ending: string): void {
    this.#tokens.add(marks.ending + fold(ending).slice(0, longestWord));
  }

  /** As the index takes them. */
  asIndexed(): IndexedTokens {
    return {
      words: [...this.#tokens].join(' '),
      neighbours: [...this.#neighbours].join(' '),
    };
  }

  #wordsOf(text: string): readonly string[] {
    const words = wordsIn(fold(text));
    addNeighbours(words, this.#neighbours);
    return words;
  }

  #addWord(word: string, mark: string): void {
    const end = mark === '' ? '' : wordEnd;
    if (asciiOnly.test(word)) {
      this.#tokens.add(mark + word.slice(0, longestWord) + end);
      return;
    }
    for (const { text, isUnspaced } of piecesOf(word)) {
      if (!isUnspaced) {
        this.#tokens.add(mark + text.slice(0, longestWord) + end);
        continue;
      }
      for (const pair of pairsOf(text)) this.#tokens.add(mark + pair);
      const last = [...text].at(-1);
      if (last !== undefined) this.#tokens.add(mark + last);
    }
  }

  #addParts(word: string, mark: string): void {
    for (const { text, isUnspaced } of piecesOf(word)) {
      if (isUnspaced) continue;
      const short = text.slice(0, longestWord);
      const last = Math.min(short.length - shortestPart, mostParts);
      for (let start = 1; start <= last; start += 1) this.#tokens.add(mark + short.slice(start));
    }
  }
}

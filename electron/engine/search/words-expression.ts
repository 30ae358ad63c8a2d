import { endingsOf } from '../../../shared/search/attachment-kinds.ts';
import { fold } from '../../../shared/search/fold.ts';
import { mostCompared } from '../../../shared/search/marks.ts';
import type { Term, WordsTerm } from '../../../shared/search/query.ts';
import { neighboursIn } from './neighbours.ts';
import {
  everywhere,
  longestWord,
  type MarkedField,
  marks,
  pairsOf,
  piecesOf,
  shortestPart,
  wordEnd,
  wordsIn,
} from './tokens.ts';

/** A term that the index answers. */
export type IndexedTerm = WordsTerm | Extract<Term, { kind: 'type' }>;

/** Words of one term that are looked for; nobody types more, and each costs time. */
const mostWords = 50;

/** Where a part of a word is found too. */
const withParts: readonly MarkedField[] = ['from', 'subject', 'filename'];

/**
 * What FTS5 is asked for a term, without its `not`. Every token stands in quotation marks, so that nothing a person
 * types is an operator (https://sqlite.org/fts5.html#fts5_strings).
 */
export function expressionOf(term: IndexedTerm): string {
  if (term.kind === 'type') {
    return any(endingsOf(term.type).map(ending => token(marks.ending + fold(ending))));
  }
  const { field, exact } = term;
  const parts = wordsOf(term).flatMap(word =>
    piecesOf(word).flatMap(({ text, isUnspaced }) => {
      if (isUnspaced) return unspacedTokens(field, text);
      return exact ? [wholeWord(field, text)] : [beginning(field, text)];
    }),
  );
  return all([...new Set(parts)]);
}

/**
 * What `neighbours` is asked for a term, without its `not`.
 * @returns undefined where it cannot tell: only whole words stand next to each other in a phrase
 */
export function neighboursExpression(term: Term): string | undefined {
  if (term.kind !== 'words' || !term.exact) return undefined;
  // As many as are compared in the message (`needle`).
  const tokens = neighboursIn(wordsOf(term).slice(0, mostCompared));
  return tokens.length === 0 ? undefined : all(tokens.map(token));
}

/** The same in any of the fields that a person sees in a list. */
export function headlineExpression(term: WordsTerm): string {
  return any(withParts.map(field => expressionOf({ ...term, field })));
}

/** What every message has, without what has any of these. */
export function without(expressions: readonly string[], from = token(everywhere)): string {
  return expressions.length === 0 ? from : `(${from} NOT ${any(expressions)})`;
}

export function all(expressions: readonly string[]): string {
  return joined(expressions, 'AND') ?? token(everywhere);
}

export function any(expressions: readonly string[]): string {
  return joined(expressions, 'OR') ?? without([token(everywhere)]);
}

/**
 * Whether the index only says that the words are there, not that they stand as they should: a phrase, or letters of a
 * script without spaces, of which the index has pairs.
 */
export function needsLook(term: Term): boolean {
  if (term.kind !== 'words') return false;
  const words = wordsOf(term);
  if (term.exact && words.length > 1) return true;
  return words.some(word => {
    const pieces = piecesOf(word);
    if (pieces.length > 1) return true;
    return pieces.some(({ text, isUnspaced }) => isUnspaced && [...text].length > 2);
  });
}

function wordsOf({ text }: WordsTerm): readonly string[] {
  return wordsIn(fold(text)).slice(0, mostWords);
}

function unspacedTokens(field: WordsTerm['field'], text: string): string[] {
  const mark = field === 'anywhere' ? '' : marks[field];
  const pairs = pairsOf(text);
  return pairs.length === 0 ? [`${token(mark + text)} *`] : pairs.map(pair => token(mark + pair));
}

function wholeWord(field: WordsTerm['field'], word: string): string {
  const short = word.slice(0, longestWord);
  return token(field === 'anywhere' ? short : marks[field] + short + wordEnd);
}

function beginning(field: WordsTerm['field'], word: string): string {
  const short = word.slice(0, longestWord);
  if (field !== 'anywhere') return `${token(marks[field] + short)} *`;
  const beginnings = [`${token(short)} *`];
  if (word.length >= shortestPart) {
    beginnings.push(...withParts.map(each => `${token(marks[each] + short)} *`));
  }
  return any(beginnings);
}

function joined(expressions: readonly string[], operator: 'AND' | 'OR'): string | undefined {
  if (expressions.length < 2) return expressions[0];
  return `(${expressions.join(` ${operator} `)})`;
}

export function token(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

import { fold, foldWithPlaces } from './fold.ts';
import type { Query, WordsTerm } from './query.ts';

/** Which of a message's texts; only what a term looks for there is marked. */
export type MarkedPlace = 'body' | 'from' | 'to' | 'subject' | 'filename';

/** From and to in UTF-16 units of the text, in its order, without overlap. */
export type Mark = readonly [start: number, end: number];

/** Scripts that put no space between words: what is looked for may stand anywhere. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letter = '[\\p{L}\\p{N}\\p{M}]';
const wordsOf = /[\p{L}\p{N}\p{M}]+/gu;

/** Words of a phrase that are compared. */
export const mostCompared = 30;

/** @returns finds what to mark in texts of this place, at most `most` marks a text; undefined where there is nothing */
export function marker(
  query: Query,
  place: MarkedPlace,
): ((text: string, most?: number) => readonly Mark[]) | undefined {
  const needles = query
    .flat()
    .filter(term => term.kind === 'words')
    .filter(({ field, not }) => !not && (field === 'anywhere' || field === place))
    // The longer one first: of several that begin at one place, the first is taken.
    .sort((a, b) => b.text.length - a.text.length)
    .map(term => needle(term, place))
    .filter(each => each !== undefined);
  if (needles.length === 0) return undefined;
  const pattern = new RegExp(needles.join('|'), 'gu');
  return (text, most = Number.POSITIVE_INFINITY) => {
    const folded = foldWithPlaces(text);
    const marks: Mark[] = [];
    for (const { 0: found, index } of folded.text.matchAll(pattern)) {
      if (marks.length >= most) break;
      marks.push([folded.places[index] as number, endOf(folded.places, index + found.length)]);
    }
    return marks;
  };
}

/** The end of the letter that the match ends in: one letter may have become two. */
function endOf(places: readonly number[], end: number): number {
  let at = end;
  while (at < places.length - 1 && places[at] === places[at - 1]) at += 1;
  return places[at] as number;
}

/** A pattern over folded text, to be used with the flag u; it goes through a text once, whatever a stranger wrote there. */
export function needle({ text, exact }: WordsTerm, place: MarkedPlace): string | undefined {
  const words = [...fold(text).matchAll(wordsOf)].map(([word]) => word).slice(0, mostCompared);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const phrase = words.join('[^\\p{L}\\p{N}]+');
  // Of senders, subjects and names of files a part of a word is found too.
  const isPart = !exact && place !== 'body';
  const before = isPart || unspaced.test(first[0] ?? '') ? '' : `(?<!${letter})`;
  if (unspaced.test(last)) return before + phrase;
  return before + phrase + (exact ? `(?!${letter})` : isPart ? '' : `${letter}*`);
}

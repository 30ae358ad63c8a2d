import { unspaced } from '../../../shared/search/marks.ts';

/**
 * Which words stand next to each other, for phrases: each pair is one of a fixed number of tokens, by a hash. Pairs
 * that share a token cost a look into a message, never a hit; as many tokens as there are keep gaps between the rows
 * of one below 128, which is one byte a row.
 */
const buckets = 1 << 14;

const asciiOnly = /^[\x00-\x7f]*$/;
/** Between two words; no word has it. */
const between = ' ';

/** The tokens of neighbouring words of a text. @param words folded, in their order */
export function addNeighbours(words: readonly string[], tokens: Set<string>): void {
  let before = '';
  for (const word of words) {
    const bare = withoutMarks(word);
    // What is no word to a phrase stands between words as a blank does.
    if (bare === '') continue;
    if (before !== '') tokens.add(tokenOf(before, bare));
    before = bare;
  }
}

/**
 * The tokens that a text with this phrase has.
 * @param words of the phrase, folded, whole words each @returns none where nothing can be told
 */
export function neighboursIn(words: readonly string[]): readonly string[] {
  const bare = words.map(withoutMarks).filter(word => word !== '');
  const tokens = new Set<string>();
  for (const [index, word] of bare.slice(1).entries()) {
    const before = bare[index] as string;
    // Of a script without spaces, a word may be a part of a longer one.
    if (!unspaced.test(before) && !unspaced.test(word)) tokens.add(tokenOf(before, word));
  }
  return [...tokens];
}

/** Folding leaves only short runs of marks: no word takes long. */
function withoutMarks(word: string): string {
  return asciiOnly.test(word) ? word : word.replace(/^\p{M}+|\p{M}+$/gu, '');
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), folded to the number of tokens. */
function tokenOf(before: string, word: string): string {
  const text = before + between + word;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (((hash >>> 14) ^ hash) & (buckets - 1)).toString(36);
}

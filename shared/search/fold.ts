/**
 * Letters without case, diacritics and width, so that `Élodie` is found by `elodie`: index, query and marks fold alike.
 */

/** Letters that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ς: 'σ',
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

// Of Latin, Greek and Cyrillic letters, of Hebrew and Arabic ones; elsewhere a mark is a letter of its own.
const diacritics = new RegExp(
  `[${[
    ...[
      '\\u0300-\\u036f',
      '\\u1ab0-\\u1aff',
      '\\u1dc0-\\u1dff',
      '\\u20d0-\\u20ff',
      '\\ufe20-\\ufe2f',
    ],
    ...['\\u0591-\\u05bd', '\\u05bf', '\\u05c1\\u05c2', '\\u05c4\\u05c5', '\\u05c7'],
    // The stroke that makes an Arabic word longer is a letter to Unicode.
    ...['\\u0640', '\\u064b-\\u065f', '\\u0670'],
  ].join('')}]`,
  'g',
);
/** A run of marks that no writing has; to put it in order would cost its length squared. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;
const ascii = /^[\x00-\x7f]*$/;

export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .replace(diacritics, '')
    .replace(tooManyMarks, '$1')
    .normalize('NFKD')
    .replace(diacritics, '')
    .toLowerCase()
    .replace(diacritics, '')
    .replace(plainLetter, letter => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

/**
 * A letter with the marks that belong to it; a syllable of Hangul may be written in parts. Plain letters come many at
 * once, because most of a text are such.
 */
const cluster = /[\x00-\x7f]+(?!\p{M})|[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

export interface Folded {
  readonly text: string;
  /** For each character of the folded text, and for its end: the place in the text as it was. */
  readonly places: readonly number[];
}

/** Letters that are kept in mind while one text is folded. */
const mostKept = 5_000;

/** Folds, and keeps where everything came from. */
export function foldWithPlaces(text: string): Folded {
  const places: number[] = [];
  const kept = new Map<string, string>();
  let folded = '';
  for (const { 0: letter, index } of text.matchAll(cluster)) {
    if (letter.charCodeAt(0) < 0x80 && ascii.test(letter)) {
      folded += letter.toLowerCase();
      for (let at = 0; at < letter.length; at += 1) places.push(index + at);
      continue;
    }
    const plain = kept.get(letter) ?? fold(letter);
    if (kept.size < mostKept) kept.set(letter, plain);
    folded += plain;
    for (let at = 0; at < plain.length; at += 1) places.push(index);
  }
  places.push(text.length);
  return { text: folded, places };
}

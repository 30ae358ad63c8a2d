import { decodeText } from '../../../mail/decode/charset.ts';
import { RtfState } from './rtf-state.ts';
import { Unreadable } from './unreadable.ts';
import type { Words } from './words.ts';

/** Groups within groups; programs make some ten. */
const deepest = 1_000;
/** Tokens between two looks at the clock. */
const between = 2_000;

/** Signs that are written as words, and what ends a paragraph, a cell or a row. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ par: '\n', line: '\n', row: '\n', sect: '\n', page: '\n', cell: '\t', tab: '\t' },
    ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
    ...{ bullet: '•', emspace: ' ', enspace: ' ', qmspace: ' ' },
  }),
);

/** Matches one token where it stands: a word with its number, a byte, a sign, a brace, or plain bytes. */
const token =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]{1,4096})|\\/giy;

/** The words of a Rich Text Format file (RTF 1.9.1); pictures, styles and fonts are passed over. */
export function readRtf(bytes: Buffer, words: Words): void {
  // A character stands for a byte.
  const source = bytes.toString('latin1');
  const state = new RtfState();
  let pending = '';
  const flush = () => {
    if (pending !== '') words.add(decodeText(Buffer.from(pending, 'latin1'), state.charset));
    pending = '';
  };
  token.lastIndex = 0;
  for (let count = 0; token.lastIndex < source.length; count += 1) {
    if (count % between === 0 && words.isFull) break;
    const match = token.exec(source);
    if (match === null) break;
    const [, word, digits, hex, escaped, brace, plain] = match;
    const number = digits === undefined ? undefined : Number(digits);
    if (word === 'bin') token.lastIndex += Math.max(0, number ?? 0);
    else if (word !== undefined) {
      const shown = state.isSkipped ? undefined : (signs.get(word) ?? letter(word, number));
      if (shown !== undefined || state.changesCharset(word)) flush();
      if (shown === undefined) state.hear(word, number);
      else if (!state.replaces()) words.add(shown);
      if (word === 'u') state.expectReplacement();
    } else if (hex !== undefined) {
      if (!state.replaces() && !state.isSkipped)
        pending += String.fromCharCode(Number.parseInt(hex, 16));
    } else if (brace !== undefined) {
      flush();
      if (brace === '}') state.close();
      else if (state.depth < deepest) state.open();
      else throw new Unreadable('damaged');
    } else if (escaped === '*') state.isIgnorable = true;
    else if (!state.isSkipped) {
      pending += state.replaced(plain?.replace(/[\r\n]/g, '') ?? meant(escaped ?? ''));
    }
  }
  flush();
}

/** `\u-3913`: 16 bits with a sign. */
function letter(word: string, number: number | undefined): string | undefined {
  return word === 'u' && number !== undefined ? String.fromCharCode(number & 0xffff) : undefined;
}

/** A sign that is written after a backslash. */
function meant(sign: string): string {
  if (sign === '~') return ' ';
  if (sign === '_') return '-';
  if (sign === '\n' || sign === '\r') return '\n';
  return /[\\{}]/.test(sign) ? sign : '';
}

import { decodeText } from './charset.ts';
import { decoderOf } from './transfer.ts';

/** `=?charset*language?B?` or `Q` (RFC 2047 section 2, RFC 2231 section 5). */
const opening = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,60})?\?([bq])\?/gi;
const closing = '?=';
const blanks = /^[ \t\r\n]*$/;

interface Word {
  readonly charset: string;
  readonly encoding: string;
  readonly text: string;
}

/**
 * Text of a header field with its encoded words decoded (RFC 2047). Words side by side in one set are decoded
 * together, since many programs cut a letter in two.
 */
export function decodeWords(field: string): string {
  if (!field.includes('=?')) return field;
  return mapWords(field, decodedRun);
}

/** @param replace is given each run of words that belong together, and says what stands there instead */
export function mapWords(field: string, replace: (words: readonly Word[]) => string): string {
  let text = '';
  let done = 0;
  let run: Word[] = [];
  const flush = () => {
    if (run.length > 0) text += replace(run);
    run = [];
  };
  for (const { word, start, end } of wordsIn(field)) {
    const between = field.slice(done, start);
    if (run.length === 0 || !blanks.test(between)) {
      flush();
      text += between;
    }
    run.push(word);
    done = end;
  }
  flush();
  return text + field.slice(done);
}

/** A word is one only where its end comes before the next beginning. */
function wordsIn(field: string): { word: Word; start: number; end: number }[] {
  const starts = [...field.matchAll(opening)];
  let close = -1;
  return starts.flatMap(({ 0: head, 1: charset = '', 2: encoding = '', index }, at) => {
    const from = index + head.length;
    // Where there is no end any more, nobody looks for one again.
    if (close < from) close = field.indexOf(closing, from);
    if (close < 0) close = field.length;
    const next = starts[at + 1]?.index ?? field.length;
    if (close >= field.length || close > next) return [];
    const text = field.slice(from, close);
    return [
      { word: { charset, encoding: encoding.toLowerCase(), text }, start: index, end: close + 2 },
    ];
  });
}

/** Decodes a run, set by set. */
export function decodedRun(words: readonly Word[]): string {
  let text = '';
  let group: Word[] = [];
  for (const word of words) {
    const [first] = group;
    if (first !== undefined && first.charset.toLowerCase() !== word.charset.toLowerCase()) {
      text += decodedGroup(group);
      group = [];
    }
    group.push(word);
  }
  return text + decodedGroup(group);
}

/** Base64 that was cut between its groups goes on in the next word; where that is not so, each stands for itself. */
function decodedGroup(words: readonly Word[]): string {
  const charset = words[0]?.charset ?? '';
  const decode = (isJoined: boolean) => decodeText(bytesOf(words, isJoined), charset);
  const isCut = words.some(
    ({ encoding, text }, index) =>
      encoding === 'b' && index < words.length - 1 && text.length % 4 !== 0 && !text.endsWith('='),
  );
  const apart = decode(false);
  if (!isCut) return apart;
  const joined = decode(true);
  return broken(joined) < broken(apart) ? joined : apart;
}

function bytesOf(words: readonly Word[], isJoined: boolean): Buffer {
  const pieces: Buffer[] = [];
  let base64 = '';
  const flush = () => {
    if (base64 !== '') pieces.push(decoded('base64', base64));
    base64 = '';
  };
  for (const { encoding, text } of words) {
    if (encoding === 'b') {
      base64 += text;
      if (!isJoined) flush();
      continue;
    }
    flush();
    // Blanks are written as `_`; one that stands there all the same is one.
    pieces.push(decoded('quoted-printable', `${text.replaceAll('_', '=20')}.`).subarray(0, -1));
  }
  flush();
  return Buffer.concat(pieces);
}

function decoded(encoding: string, text: string): Buffer {
  const decoder = decoderOf(encoding);
  const bytes = Buffer.from(text, 'utf8');
  return decoder === undefined ? bytes : Buffer.concat([decoder.decode(bytes), decoder.end()]);
}

function broken(text: string): number {
  return text.split('\uFFFD').length;
}

import { decodeText } from '../decode/charset.ts';
import { decodeWords } from '../decode/encoded-words.ts';

/** A structured field: its value in lower case, and its parameters by their names in lower case. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Nobody writes more; a hostile header may. */
const longestField = 20_000;
/** Parameters of a field that are looked at. */
const mostParameters = 200;

/** RFC 2045 section 5.1; blanks around the slash are some programs' own. */
const valuePattern = /^\s*"?([^\s;,"(/=]*(?:\s?\/\s?[^\s;,"(=]+)?)/;
/** A name and its equals sign; RFC 2231 adds `*`, a number and `*`. */
const namePattern = /[\s;,]*([^\s=;,"()<>@]{1,100}?)(?:\*(\d{1,4}))?(\*)?\s?=\s?/y;
const quotedPattern = /"((?:[^"\\]|\\[\s\S])*)("|$)/y;
/** Up to the semicolon, or to where the next parameter begins without one. */
const nextParameter = /;|[\s,]+(?=[\w*-]{1,40}\s?=)|$/g;

interface Piece {
  readonly number: number;
  readonly isEncoded: boolean;
  readonly text: string;
}

/**
 * `value; name=token; name="quoted string"` (RFC 2045 section 5.1, RFC 2183 section 2), in pieces and other sets
 * as RFC 2231 has it, or in encoded words as nobody should. Lenient: semicolons may be missing or be commas, blanks
 * may stand in a name that is not quoted; of two equal names the first counts.
 */
export function parseStructured(field: string): Structured {
  const text = field.slice(0, longestField);
  const head = valuePattern.exec(text);
  const value = (head?.[1] ?? '').toLowerCase().replace(/\s/g, '');
  const parameters = new Map<string, string>();
  if (text.includes('=')) {
    for (const [name, pieces] of piecesIn(text, head?.[0].length ?? 0)) {
      parameters.set(name, joined(pieces, name));
    }
  }
  return { value, parameters };
}

function piecesIn(text: string, start: number): Map<string, Piece[]> {
  const found = new Map<string, Piece[]>();
  for (let at = start, count = 0; at < text.length && count < mostParameters; count++) {
    namePattern.lastIndex = at;
    const match = namePattern.exec(text);
    if (match === null) {
      // What is no parameter goes up to the next semicolon or blank.
      const skipped = /[;,\s]/g;
      skipped.lastIndex = at + 1;
      at = skipped.exec(text)?.index ?? text.length;
      continue;
    }
    const { given, end } = valueAt(text, at + match[0].length);
    at = end;
    const [, name = '', number, star] = match;
    const pieces = found.get(name.toLowerCase()) ?? [];
    pieces.push({
      number: number === undefined ? -1 : Number(number),
      isEncoded: star !== undefined,
      text: given,
    });
    found.set(name.toLowerCase(), pieces);
  }
  return found;
}

function valueAt(text: string, at: number): { given: string; end: number } {
  if (text[at] === '"') {
    quotedPattern.lastIndex = at;
    const quoted = quotedPattern.exec(text);
    if (quoted !== null) {
      const given = (quoted[1] ?? '').replace(/\\([\s\S])/g, '$1');
      return { given, end: at + quoted[0].length };
    }
  }
  nextParameter.lastIndex = at;
  const end = nextParameter.exec(text)?.index ?? text.length;
  return { given: text.slice(at, end).trim(), end };
}

/** RFC 2231 sections 3 and 4: pieces in the order of their numbers; one that stands for others counts more. */
function joined(pieces: readonly Piece[], name: string): string {
  const whole = pieces.find(({ number }) => number < 0 && !pieces.some(each => each.isEncoded));
  if (whole !== undefined) return plain(whole.text, name);
  const extended = pieces.find(({ number, isEncoded }) => number < 0 && isEncoded);
  const numbered = pieces.filter(({ number }) => number >= 0).sort((a, b) => a.number - b.number);
  const parts = extended === undefined ? numbered : [extended];
  if (parts.length === 0) return plain(pieces[0]?.text ?? '', name);
  if (!parts.some(({ isEncoded }) => isEncoded)) {
    return plain(parts.map(({ text }) => text).join(''), name);
  }
  const [first, ...others] = parts;
  const [, charset = '', rest = ''] = /^([^']*)'[^']*'([\s\S]*)$/.exec(first?.text ?? '') ?? [];
  const start = rest === '' && charset === '' ? (first?.text ?? '') : rest;
  const bytes = [{ isEncoded: true, text: start }, ...others].map(({ isEncoded, text }) =>
    isEncoded ? unescaped(text) : Buffer.from(text),
  );
  return decodeText(Buffer.concat(bytes), charset);
}

function plain(text: string, name: string): string {
  const decoded = decodeWords(text);
  // RFC 2045 section 5.1: a comment may follow; in names of files brackets are part of the name.
  return /name$/.test(name) ? decoded : decoded.replace(/\s\([^()]*\)$/, '');
}

function unescaped(text: string): Buffer {
  const bytes = Buffer.from(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 37 ? bytes.toString('latin1', at + 1, at + 3) : '';
    const isEscape = /^[0-9a-f]{2}$/i.test(hex);
    bytes[length++] = isEscape ? Number.parseInt(hex, 16) : (bytes[at] as number);
    if (isEscape) at += 2;
  }
  return bytes.subarray(0, length);
}

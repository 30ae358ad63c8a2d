import { decodeText as decodeBytesAs, isNamed } from './decode/charset.ts';
import { wordsOfEnriched } from './decode/enriched.ts';
import { unflowed } from './decode/flowed.ts';
import type { MessageFile } from './message-file.ts';
import { decodedPieces } from './part-bytes.ts';
import type { Part } from './structure.ts';

/** Bytes of a page in which it may name its character set (HTML standard, "prescan a byte stream"). */
const prescanned = 1024;

/** A part's body with its transfer encoding taken off; at most `limit` bytes of the file are read. */
export function decodeBytes(
  file: MessageFile,
  part: Part,
  limit: number,
): { bytes: Buffer; isDamaged: boolean } {
  const pieces: Buffer[] = [];
  const reading = decodedPieces(file, {
    ...placeOf(part),
    end: Math.min(part.end, part.start + limit),
  });
  for (;;) {
    const { value, done } = reading.next();
    if (done === true) return { bytes: Buffer.concat(pieces), isDamaged: value };
    pieces.push(Buffer.from(value));
  }
}

/** A part's body as text, in whatever character set it is written (RFC 2046 section 4.1, RFC 3676). */
export function decodeText(
  file: MessageFile,
  part: Part,
  limit: number,
): { text: string; isDamaged: boolean } {
  const { bytes, isDamaged } = decodeBytes(file, part, limit);
  const stated = part.parameters.get('charset');
  const within = part.type === 'text/html' && !isNamed(stated) ? namedWithin(bytes) : undefined;
  const read = decodeBytesAs(bytes, stated, within).replace(/^\uFEFF/, '');
  return { text: formed(part, read.replace(/\r\n?/g, '\n')), isDamaged };
}

export function placeOf({ start, end, encoding, packed }: Part) {
  return { start, end, encoding, ...(packed === undefined ? {} : { packed }) };
}

function formed({ type, parameters }: Part, text: string): string {
  if (/^text\/(enriched|richtext)$/.test(type)) return wordsOfEnriched(text);
  if (type === 'text/html' || parameters.get('format')?.toLowerCase() !== 'flowed') return text;
  return unflowed(text, parameters.get('delsp')?.toLowerCase() === 'yes');
}

/** A page that names itself in bytes of eight bits is of eight bits, whatever it says. */
export function namedWithin(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, prescanned);
  return /<meta\s[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
}

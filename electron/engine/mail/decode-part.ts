import { decodeText as decodeOctetsAs, isNamed } from './decode/charset.ts';
import { wordsOfEnriched } from './decode/enriched.ts';
import { unflowed } from './decode/flowed.ts';
import type { OctetFile } from './octet-file.ts';
import { decodedPieces } from './part-octets.ts';
import type { Part } from './structure.ts';

/** Octets of a page in which it may name its character set (HTML standard, "prescan a byte stream"). */
const prescanned = 1024;

/** A part's body with its transfer encoding taken off; at most `limit` octets of the file are read. */
export function decodeOctets(
  file: OctetFile,
  part: Part,
  limit: number,
): { octets: Buffer; isDamaged: boolean } {
  const pieces: Buffer[] = [];
  const reading = decodedPieces(file, {
    ...placeOf(part),
    end: Math.min(part.end, part.start + limit),
  });
  for (;;) {
    const { value, done } = reading.next();
    if (done === true) return { octets: Buffer.concat(pieces), isDamaged: value };
    pieces.push(Buffer.from(value));
  }
}

/** A part's body as text, in whatever character set it is written (RFC 2046 section 4.1, RFC 3676). */
export function decodeText(
  file: OctetFile,
  part: Part,
  limit: number,
): { text: string; isDamaged: boolean } {
  const { octets, isDamaged } = decodeOctets(file, part, limit);
  const stated = part.parameters.get('charset');
  const within = part.type === 'text/html' && !isNamed(stated) ? namedWithin(octets) : undefined;
  const read = decodeOctetsAs(octets, stated, within).replace(/^\uFEFF/, '');
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

/** A page that names itself in octets of eight bits is of eight bits, whatever it says. */
function namedWithin(octets: Buffer): string | undefined {
  const start = octets.toString('latin1', 0, prescanned);
  return /<meta\s[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
}

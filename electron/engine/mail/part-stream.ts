import { createReadStream } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import type { PartPlace } from './attachments.ts';

/**
 * A part's octets with the transfer encoding taken off, read from the message's file piece by piece,
 * whatever its size (RFC 2045 section 6).
 * @param path absolute
 */
export function streamPart(path: string, { start, end, encoding }: PartPlace): Readable {
  // An empty range cannot be said to a stream of a file.
  if (end <= start) return through(createReadStream(path, { start: 0, end: 0 }), nothing());
  const octets = createReadStream(path, { start, end: end - 1 });
  const decoder = decoderOf(encoding);
  return decoder === undefined ? octets : through(octets, decoder);
}

/** An error of either ends both; whoever reads hears of it. */
function through(octets: Readable, decoder: Transform): Readable {
  return pipeline(octets, decoder, () => undefined);
}

function decoderOf(encoding: string): Transform | undefined {
  if (encoding === 'base64') return decoding(base64Piece);
  if (encoding === 'quoted-printable') return decoding(quotedPiece);
  return undefined;
}

/**
 * @param piece decodes text as far as it can be decoded yet
 */
type Piece = (text: string, isLast: boolean) => [decoded: Buffer, rest: string];

function decoding(piece: Piece): Transform {
  let rest = '';
  const next = (text: string, isLast: boolean) => {
    const [decoded, left] = piece(rest + text, isLast);
    rest = left;
    return decoded;
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      done(null, next(chunk.toString('latin1'), false)),
    flush: done => done(null, next('', true)),
  });
}

/** Whole groups of four letters; whatever is none of them is left out. */
function base64Piece(text: string, isLast: boolean): [Buffer, string] {
  const letters = text.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = isLast ? letters.length : letters.length - (letters.length % 4);
  return [Buffer.from(letters.slice(0, whole), 'base64'), letters.slice(whole)];
}

/** Whole lines, and of a very long one all but what may be half an escape. */
function quotedPiece(text: string, isLast: boolean): [Buffer, string] {
  const lineEnd = text.lastIndexOf('\n') + 1;
  const whole = isLast ? text.length : lineEnd > 0 ? lineEnd : Math.max(0, text.length - 1_000);
  const decoded = text
    .slice(0, whole)
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_escape, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return [Buffer.from(decoded, 'latin1'), text.slice(whole)];
}

function nothing(): Transform {
  return new Transform({ transform: (_chunk, _encoding, done) => done() });
}

import { decoderOf } from './decode/transfer.ts';
import type { TransferDecoder } from './decode/transfer-decoder.ts';
import type { MessageFile } from './message-file.ts';

/** Where a part's bytes are in a file, and how they are encoded. */
export interface PartPlace {
  readonly start: number;
  readonly end: number;
  readonly encoding: string;
  /** What was encoded before that: a uuencoded file in a text. */
  readonly packed?: 'uuencode';
}

/** Bytes that are decoded at once. */
const step = 256 * 1024;

/**
 * A part's bytes with its encodings taken off, piece by piece, whatever its size; each piece is valid until the
 * next.
 * @returns whether something of it was damaged
 */
export function* decodedPieces(file: MessageFile, place: PartPlace): Generator<Buffer, boolean> {
  const decoders = [decoderOf(place.encoding), decoderOf(place.packed ?? '')].filter(
    decoder => decoder !== undefined,
  );
  for (let at = place.start; at < place.end; at += step) {
    const bytes = file.read(at, Math.min(at + step, place.end));
    if (bytes.length === 0) break;
    yield decoders.reduce((piece, decoder) => decoder.decode(piece), bytes);
  }
  for (const [index, decoder] of decoders.entries()) {
    yield through(decoder.end(), decoders.slice(index + 1));
  }
  return decoders.some(decoder => decoder.isDamaged);
}

function through(bytes: Buffer, decoders: readonly TransferDecoder[]): Buffer {
  return decoders.reduce((piece, decoder) => decoder.decode(piece), bytes);
}

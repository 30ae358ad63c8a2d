import { decoderOf } from './decode/transfer.ts';
import type { TransferDecoder } from './decode/transfer-decoder.ts';
import { MessageFile } from './message-file.ts';
import { signedContent } from './signed/cms.ts';

/** Where a part's bytes are in a file, and how they are encoded. */
export interface PartPlace {
  readonly start: number;
  readonly end: number;
  readonly encoding: string;
  /** What was encoded before that: a uuencoded file in a text. */
  readonly packed?: 'uuencode';
  /** The part of the file that wraps it with its signature: start and end count in what that holds. */
  readonly within?: PartPlace;
}

/** Bytes that are decoded at once. */
const step = 256 * 1024;

/**
 * A part's bytes with its encodings taken off, piece by piece, whatever its size; each piece is valid until the
 * next.
 * @returns whether something of it was damaged
 */
export function* decodedPieces(file: MessageFile, place: PartPlace): Generator<Buffer, boolean> {
  const { within, ...inner } = place;
  if (within !== undefined) {
    const content = wrappedIn(file, within);
    if (content === undefined) return true;
    return yield* decodedPieces(new MessageFile(content), inner);
  }
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

/** Bytes of a signed message that are unwrapped; a longer one stays a file. */
const mostUnwrapped = 64 * 1024 * 1024;

/**
 * What a part holds together with its signature (RFC 8551 section 3.5.2).
 * @returns undefined where there is none, or none that can be read
 */
export function wrappedIn(file: MessageFile, place: PartPlace): Buffer | undefined {
  if (place.end - place.start > mostUnwrapped) return undefined;
  const pieces: Buffer[] = [];
  for (const piece of decodedPieces(file, place)) pieces.push(Buffer.from(piece));
  return signedContent(Buffer.concat(pieces));
}

function through(bytes: Buffer, decoders: readonly TransferDecoder[]): Buffer {
  return decoders.reduce((piece, decoder) => decoder.decode(piece), bytes);
}

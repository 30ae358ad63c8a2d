import { createHash } from 'node:crypto';
import type { MessageFile } from '../../mail/message-file.ts';
import type { Part } from '../../mail/structure.ts';

/** What was signed, handed out piece by piece. */
export interface SignedBytes {
  readonly length: number;
  /** In the forms in which it may have been signed, the likeliest first. */
  readonly forms: readonly (() => Iterable<Buffer>)[];
}

/** Bytes read at once. */
const step = 256 * 1024;
/** Bytes before a part in which the boundary before it stands. */
const longestBoundary = 2_048;

export function bytesInMemory(content: Buffer): SignedBytes {
  return { length: content.length, forms: [() => [content]] };
}

/**
 * The first part of a `multipart/signed`, header and all, without the line end that belongs to the boundary behind it
 * (RFC 1847 section 2.1). Where a program keeps mail with bare line feeds, it was signed with both (RFC 8551 section 3.1.1).
 */
export function bytesOfPart(file: MessageFile, part: Part, next: Part): SignedBytes {
  const [start, end] = [part.begin, endBefore(file, part.begin, next.begin)];
  return {
    length: end - start,
    forms: [() => stored(file, start, end), () => withBothLineEnds(stored(file, start, end))],
  };
}

function endBefore(file: MessageFile, start: number, next: number): number {
  const from = Math.max(start, next - longestBoundary);
  const before = file.read(from, next);
  const lineFeed = before.lastIndexOf(10, before.length - 2);
  if (lineFeed < 0) return start;
  return from + (before[lineFeed - 1] === 13 ? lineFeed - 1 : lineFeed);
}

function* stored(file: MessageFile, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += step) yield file.read(at, Math.min(at + step, end));
}

function* withBothLineEnds(pieces: Iterable<Buffer>): Generator<Buffer> {
  let isAfterReturn = false;
  for (const piece of pieces) {
    const whole: string = isAfterReturn
      ? `\r${piece.toString('latin1')}`
      : piece.toString('latin1');
    isAfterReturn = whole.endsWith('\r');
    const text = isAfterReturn ? whole.slice(0, -1) : whole;
    yield Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1');
  }
  if (isAfterReturn) yield Buffer.from('\r');
}

/** @param digest as Node names it */
export function digestOf(pieces: Iterable<Buffer>, digest: string): Buffer {
  const hash = createHash(digest);
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

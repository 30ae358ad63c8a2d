import type { TransferDecoder } from './transfer-decoder.ts';

/** Bytes that are held back at most: what looks like the blanks of a line's end and goes on for longer is text. */
const mostHeld = 64 * 1024;
const [tab, lineFeed, carriageReturn, blank, equals] = [9, 10, 13, 32, 61];

/** Values of hexadecimal digits, in either case; 255 for all others. */
const digits = new Uint8Array(256).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digits[digit.charCodeAt(0)] = value;
  digits[digit.toUpperCase().charCodeAt(0)] = value;
}

/** RFC 2045 section 6.7: blanks at a line's end go, `=` there joins two lines, what is no escape stays as it is. */
export class QuotedPrintableDecoder implements TransferDecoder {
  readonly isDamaged = false;
  #held: Buffer = Buffer.alloc(0);

  decode(bytes: Buffer): Buffer {
    const input = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    const decided = undecidedFrom(input);
    this.#held = Buffer.from(input.subarray(decided));
    return decoded(input, decided, false);
  }

  end(): Buffer {
    const last = decoded(this.#held, this.#held.length, true);
    this.#held = Buffer.alloc(0);
    return last;
  }
}

/** Where the tail begins whose meaning hangs on what comes next: blanks, an escape, half a line end. */
function undecidedFrom(input: Buffer): number {
  let at = input.length;
  if (input[at - 1] === carriageReturn) at -= 1;
  while (at > 0 && isBlank(input[at - 1])) at -= 1;
  if (input[at - 1] === equals) at -= 1;
  else if (at === input.length && input[at - 2] === equals) at -= 2;
  return input.length - at > mostHeld ? input.length : at;
}

function decoded(input: Buffer, end: number, isLast: boolean): Buffer {
  const output = Buffer.allocUnsafe(end);
  let length = 0;
  for (let at = 0; at < end; ) {
    const byte = input[at] as number;
    if (byte !== equals && !isBlank(byte)) {
      output[length++] = byte;
      at += 1;
      continue;
    }
    const high = digits[input[at + 1] ?? 0] as number;
    const low = digits[input[at + 2] ?? 0] as number;
    if (byte === equals && high < 16 && low < 16 && at + 2 < end) {
      output[length++] = high * 16 + low;
      at += 3;
      continue;
    }
    let next = at + 1;
    while (next < end && isBlank(input[next])) next += 1;
    const isEnd = next >= end ? isLast : isLineEnd(input, next);
    if (isEnd && byte === equals) {
      at = next >= end ? end : next + (input[next] === carriageReturn ? 2 : 1);
    } else if (isEnd) {
      at = next;
    } else {
      while (at < next) output[length++] = input[at++] as number;
    }
  }
  return output.subarray(0, length);
}

function isBlank(byte: number | undefined): boolean {
  return byte === blank || byte === tab;
}

function isLineEnd(input: Buffer, at: number): boolean {
  return input[at] === lineFeed || (input[at] === carriageReturn && input[at + 1] === lineFeed);
}

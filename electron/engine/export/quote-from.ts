const from = Buffer.from('From ');
const quote = 0x3e;
const newline = 0x0a;
const quoted = Buffer.from('>');

/**
 * Quotes the lines of a message that an mbox file would take for the beginning of another one: `>` goes before each
 * line of `From ` with any number of `>` before it, so that taking one away from each of those gives back the message
 * (mboxrd, https://www.loc.gov/preservation/digital/formats/fdd/fdd000385.shtml).
 */
export class FromQuoter {
  /** What may be the beginning of `From ` at the end of the last piece. */
  #held: Buffer = Buffer.alloc(0);
  /** From the beginning of the line up to what comes next there are only `>`. */
  #isAtStart = true;

  /** @returns what can be written of the message so far; an extra `>` before `F` is the same as one before the line */
  take(piece: Buffer): readonly Buffer[] {
    const bytes = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
    const out: Buffer[] = [];
    let done = 0;
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + from.length)) {
      if (!this.#startsLine(bytes, at)) continue;
      out.push(bytes.subarray(done, at), quoted);
      done = at;
    }
    const end = bytes.length - beginningAtEnd(bytes);
    const isAtStart = this.#startsLine(bytes, end);
    if (end > done) out.push(bytes.subarray(done, end));
    this.#held = Buffer.from(bytes.subarray(end));
    this.#isAtStart = isAtStart;
    return out;
  }

  /** @returns what was held back */
  end(): Buffer {
    return this.#held;
  }

  /** Whether before a place there is nothing in its line but `>`. */
  #startsLine(bytes: Buffer, place: number): boolean {
    let at = place;
    while (at > 0 && bytes[at - 1] === quote) at -= 1;
    return at === 0 ? this.#isAtStart : bytes[at - 1] === newline;
  }
}

/** Bytes at the end that `From ` may begin with. */
function beginningAtEnd(bytes: Buffer): number {
  for (let length = Math.min(from.length - 1, bytes.length); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(from.subarray(0, length))) return length;
  }
  return 0;
}

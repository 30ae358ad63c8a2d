/** It is not what it says, or too much of it. */
export class Malformed extends Error {}

/** An element of BER (X.690): where it is in the bytes. */
export interface Element {
  /** Class, kind and number as they stand in the identifier octet; numbers from 31 on are not told apart. */
  readonly tag: number;
  readonly isConstructed: boolean;
  readonly start: number;
  /** Its content, without the two zeros that end one of indefinite length. */
  readonly content: number;
  readonly contentEnd: number;
  readonly end: number;
}

/** Elements that are looked at: a large message in pieces of 1,000 bytes has some ten thousand. */
const mostElements = 500_000;
/** Elements of indefinite length within each other. */
const deepest = 20;

/** Reads BER of a stranger: in bounded time, without recursion that they steer, and nothing is copied. */
export class Ber {
  readonly bytes: Buffer;
  #looked = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /**
   * @param end of what it lies in
   * @throws Malformed
   */
  at(start: number, end = this.bytes.length, depth = 0): Element {
    this.#looked += 1;
    if (this.#looked > mostElements || depth > deepest) throw new Malformed('too much');
    const { bytes } = this;
    const tag = this.#byte(start, end);
    let at = start + 1;
    // The longest number that anybody uses takes two more bytes.
    if ((tag & 0x1f) === 0x1f) while (this.#byte(at++, Math.min(end, start + 6)) >= 0x80);
    const first = this.#byte(at, end);
    at += 1;
    const isConstructed = (tag & 0x20) !== 0;
    if (first === 0x80) {
      if (!isConstructed) throw new Malformed('indefinite, and no elements');
      const contentEnd = this.#endOfContents(at, end, depth);
      return { tag, isConstructed, start, content: at, contentEnd, end: contentEnd + 2 };
    }
    let length = first;
    if (first > 0x80) {
      const octets = first & 0x7f;
      if (octets > 6 || at + octets > end) throw new Malformed('too long');
      length = bytes.readUIntBE(at, octets);
      at += octets;
    }
    if (at + length > end) throw new Malformed('ends before its end');
    return { tag, isConstructed, start, content: at, contentEnd: at + length, end: at + length };
  }

  /** @throws Malformed */
  *children({ content, contentEnd, isConstructed }: Element): Generator<Element> {
    if (!isConstructed) throw new Malformed('no elements');
    for (let at = content; at < contentEnd; ) {
      const child = this.at(at, contentEnd);
      yield child;
      at = child.end;
    }
  }

  /** The bytes of an octet string, which may stand there in pieces. @throws Malformed */
  octets(element: Element): Buffer {
    if (!element.isConstructed) return this.bytes.subarray(element.content, element.contentEnd);
    const pieces: Buffer[] = [];
    const collect = (outer: Element, depth: number) => {
      if (depth > deepest) throw new Malformed('too deep');
      for (const piece of this.children(outer)) {
        if (piece.isConstructed) collect(piece, depth + 1);
        else pieces.push(this.bytes.subarray(piece.content, piece.contentEnd));
      }
    };
    collect(element, 0);
    return Buffer.concat(pieces);
  }

  /** The element as it stands there. */
  whole({ start, end }: Element): Buffer {
    return this.bytes.subarray(start, end);
  }

  #endOfContents(from: number, end: number, depth: number): number {
    for (let at = from; ; ) {
      if (this.#byte(at, end) === 0 && this.#byte(at + 1, end) === 0) return at;
      at = this.at(at, end, depth + 1).end;
    }
  }

  #byte(at: number, end: number): number {
    const byte = at < end ? this.bytes[at] : undefined;
    if (byte === undefined) throw new Malformed('ends too early');
    return byte;
  }
}

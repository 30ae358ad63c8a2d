const initialSize = 256;

/** The beginning of a line whose end is still to come; grows by doubling, so each octet is copied about twice. */
export class LineBuffer {
  #bytes = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(piece: Buffer): void {
    const needed = this.#length + piece.length;
    if (needed > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2, initialSize));
      grown.set(this.view(), 0);
      this.#bytes = grown;
    }
    this.#bytes.set(piece, this.#length);
    this.#length = needed;
  }

  view(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** @returns the line with its last piece; the buffer is empty and the memory the caller's from then on */
  take(last: Buffer): Buffer {
    this.append(last);
    const line = this.view();
    this.clear();
    return line;
  }

  clear(): void {
    this.#bytes = Buffer.alloc(0);
    this.#length = 0;
  }
}

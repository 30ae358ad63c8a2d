const leastBytes = 4 * 1024;

/** The first bytes of what comes in pieces, however small these are. */
export class KeptBytes {
  readonly #most: number;
  #memory: Buffer = Buffer.alloc(0);
  #length = 0;

  /** @param most bytes that are kept; what follows is let go */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept; the same memory as long as nothing is added. */
  get bytes(): Buffer {
    return this.#memory.subarray(0, this.#length);
  }

  /** @param octets are only valid during the call */
  add(octets: Buffer): void {
    const wanted = Math.min(this.#most, this.#length + octets.length);
    if (wanted > this.#memory.length) {
      const size = Math.min(this.#most, Math.max(leastBytes, wanted, 2 * this.#memory.length));
      const memory = Buffer.allocUnsafeSlow(size);
      this.#memory.copy(memory, 0, 0, this.#length);
      this.#memory = memory;
    }
    octets.copy(this.#memory, this.#length, 0, wanted - this.#length);
    this.#length = wanted;
  }
}

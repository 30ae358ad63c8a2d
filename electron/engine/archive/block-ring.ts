/** Four blocks of 2 MB hold what arrives while a group is being synced, and keep memory constant. */
const blockSize = 2 * 1024 * 1024;
const blockCount = 4;

interface Block {
  readonly shared: SharedArrayBuffer;
  readonly index: number;
  /** Octets given out since it was empty. */
  used: number;
  /** Places given out and not yet taken back. */
  outstanding: number;
}

/** Memory that the socket's thread fills and the writing thread empties, without copies between them. */
export class BlockRing {
  readonly #blocks: Block[] = [];
  #current: Block | undefined;

  constructor() {
    for (let index = 0; index < blockCount; index++) {
      const shared = new SharedArrayBuffer(blockSize);
      this.#blocks.push({ shared, index, used: 0, outstanding: 0 });
    }
    this.#current = this.#blocks[0];
  }

  get shared(): SharedArrayBuffer[] {
    return this.#blocks.map(block => block.shared);
  }

  /** Whether any block has room for another `size` octets. */
  hasRoom(size: number): boolean {
    return this.#blocks.some(block => block.outstanding === 0 || blockSize - block.used >= size);
  }

  /** Memory of exactly `size` octets, or undefined while none is free. */
  take(size: number): Buffer | undefined {
    const block = this.#blockFor(size);
    if (block === undefined) return undefined;
    const memory = Buffer.from(block.shared, block.used, size);
    block.used += size;
    block.outstanding++;
    return memory;
  }

  /** Which block a buffer lies in, or undefined where it is none of this ring. */
  indexOf(memory: Buffer): number | undefined {
    return this.#blocks.find(block => block.shared === memory.buffer)?.index;
  }

  release(index: number): void {
    const block = this.#blocks[index];
    if (block === undefined) return;
    block.outstanding--;
    if (block.outstanding === 0) block.used = 0;
  }

  #blockFor(size: number): Block | undefined {
    const current = this.#current;
    if (current !== undefined && blockSize - current.used >= size) return current;
    this.#current = this.#blocks.find(
      block => block.outstanding === 0 && blockSize - block.used >= size,
    );
    return this.#current;
  }
}

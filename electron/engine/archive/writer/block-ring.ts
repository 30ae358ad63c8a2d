import { copyBytes } from '../../copy-bytes.ts';

/** Four blocks of 1.5 MB hold what arrives while the other thread is busy, and keep memory constant. */
const blockSize = 1.5 * 1024 * 1024;
const blockCount = 4;

/** Bytes inside a block. */
export interface BlockPlace {
  readonly block: number;
  readonly offset: number;
  readonly length: number;
}

interface Block {
  readonly shared: SharedArrayBuffer;
  /** All of it. */
  readonly memory: Buffer;
  readonly index: number;
  /** Bytes given out since it was empty. */
  used: number;
  /** Places given out and not yet taken back. */
  outstanding: number;
}

/** A place of a block that one side owns until it hands it over or gives it back, which happens once. */
export class Lease {
  readonly memory: Buffer;
  readonly #ring: BlockRing;
  readonly #place: BlockPlace;
  #isOurs = true;

  constructor(ring: BlockRing, memory: Buffer, place: BlockPlace) {
    this.#ring = ring;
    this.memory = memory;
    this.#place = place;
  }

  /** The writing thread owns it from here on; it comes back through {@link BlockRing.takeBack}. */
  handOver(): BlockPlace {
    this.#end();
    return this.#place;
  }

  /** Nobody will read what is in it. */
  giveBack(): void {
    this.#end();
    this.#ring.takeBack(this.#place.block);
  }

  #end(): void {
    if (!this.#isOurs) throw new TypeError('This place of a block is somebody else’s already.');
    this.#isOurs = false;
  }
}

/** Memory that the socket's thread fills and the writing thread empties, without copies between them. */
export class BlockRing {
  readonly #blocks: Block[] = [];
  #current: Block | undefined;

  constructor() {
    for (let index = 0; index < blockCount; index++) {
      const shared = new SharedArrayBuffer(blockSize);
      const memory = Buffer.from(shared);
      this.#blocks.push({ shared, memory, index, used: 0, outstanding: 0 });
    }
    this.#current = this.#blocks[0];
  }

  get shared(): SharedArrayBuffer[] {
    return this.#blocks.map(block => block.shared);
  }

  /** Whether any block has room for another `size` bytes. */
  hasRoom(size: number): boolean {
    return this.#blocks.some(block => block.outstanding === 0 || blockSize - block.used >= size);
  }

  /** Memory of exactly `size` bytes, or undefined while none is free. */
  lease(size: number): Lease | undefined {
    const block = this.#blockFor(size);
    if (block === undefined) return undefined;
    const offset = place(block, size);
    const memory = Buffer.from(block.shared, offset, size);
    return new Lease(this, memory, { block: block.index, offset, length: size });
  }

  /** Copies bytes in for the writing thread, or says undefined while there is no room. */
  put(bytes: Buffer): BlockPlace | undefined {
    const { length } = bytes;
    const block = this.#blockFor(length);
    if (block === undefined) return undefined;
    const offset = place(block, length);
    copyBytes(bytes, block.memory, offset);
    return { block: block.index, offset, length };
  }

  /** Places of a block that nobody uses any more. */
  takeBack(index: number, places = 1): void {
    const block = this.#blocks[index];
    if (block === undefined) return;
    block.outstanding -= places;
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

/** Gives out the next bytes of a block. @returns where they begin */
function place(block: Block, size: number): number {
  const offset = block.used;
  block.used += size;
  block.outstanding++;
  return offset;
}

import { hash } from 'node:crypto';
import { identityOf, type Recognisable } from './recognisable.ts';

/** 32-bit words of the digest that stands for what a message is recognised by: too many to meet twice by chance. */
const words = 4;

/** Messages as far as they can be recognised, in columns: 20 bytes a message and no object. */
export class RecognisableTable {
  #uids = new Uint32Array(8);
  #digests = new Uint32Array(8 * words);
  #size = 0;
  #sorted: Uint32Array | undefined;

  get size(): number {
    return this.#size;
  }

  /** @param message nothing is added where there is none */
  add(message: Recognisable | undefined): void {
    if (message === undefined) return;
    const digest = hash('sha256', identityOf(message), 'buffer');
    this.#add(message.uid, word => digest.readUInt32LE(word * 4));
  }

  /** The messages whose UIDs pass. */
  where(test: (uid: number) => boolean): RecognisableTable {
    const passing = new RecognisableTable();
    for (let row = 0; row < this.#size; row++) {
      const uid = this.uidOf(row);
      if (test(uid)) passing.#add(uid, word => this.#digests[row * words + word] ?? 0);
    }
    return passing;
  }

  uidOf(row: number): number {
    return this.#uids[row] ?? 0;
  }

  /** The rows, those that look alike one behind the other. */
  sorted(): Uint32Array {
    this.#sorted ??= Uint32Array.from({ length: this.#size }, (_, row) => row).sort((a, b) =>
      this.compare(a, this, b),
    );
    return this.#sorted;
  }

  #add(uid: number, digest: (word: number) => number): void {
    const row = this.#size++;
    this.#sorted = undefined;
    if (row === this.#uids.length) {
      this.#uids = doubled(this.#uids);
      this.#digests = doubled(this.#digests);
    }
    this.#uids[row] = uid;
    for (let word = 0; word < words; word++) this.#digests[row * words + word] = digest(word);
  }

  /** Zero where the messages of both rows look alike. */
  compare(row: number, other: RecognisableTable, otherRow: number): number {
    for (let word = 0; word < words; word++) {
      const mine = this.#digests[row * words + word] ?? 0;
      const theirs = other.#digests[otherRow * words + word] ?? 0;
      if (mine !== theirs) return mine < theirs ? -1 : 1;
    }
    return 0;
  }
}

function doubled(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}

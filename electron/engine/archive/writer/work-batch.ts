import type { BlockPlace } from './block-ring.ts';

/** Bytes inside a shared block, or on their own where no block was free. */
export type BytesPlace = BlockPlace | { readonly bytes: Uint8Array };

/** A message has a number within its channel, and its file a time, in seconds since 1970 UTC. */
export type WorkItem = { readonly channel: number; readonly id: number } & (
  | { readonly op: 'message'; readonly time: number | undefined; readonly place: BytesPlace }
  /** A large one comes in pieces. */
  | { readonly op: 'piece'; readonly place: BytesPlace }
  | { readonly op: 'end'; readonly time: number | undefined }
  | { readonly op: 'abort' }
);

/** Items as numbers: handing an object over for each costs more than writing a small message. */
export interface PackedWork {
  /** Seven for each item: operation, channel, id, time (NaN: none), block, offset, length. */
  readonly numbers: Float64Array;
  /** What lies in no block; its place says so by {@link noBlock} and its number here for an offset. */
  readonly bytes: readonly Uint8Array[];
}

const operations = ['message', 'piece', 'end', 'abort'] as const;
const fields = 7;
const noBlock = -1;
const nowhere = { block: noBlock, offset: 0, length: 0 };

/** Items for the writing thread, in the order in which they were added. */
export class WorkBatch {
  #numbers: number[] = [];
  #bytes: Uint8Array[] = [];

  get length(): number {
    return this.#numbers.length / fields;
  }

  /** @returns a block of which one place less is used than was taken, because two pieces became one */
  add(item: WorkItem): number | undefined {
    const joined = this.#join(item);
    if (joined !== undefined) return joined;
    const time = 'time' in item ? (item.time ?? Number.NaN) : Number.NaN;
    const { block, offset, length } = 'place' in item ? this.#numbered(item.place) : nowhere;
    const operation = operations.indexOf(item.op);
    this.#numbers.push(operation, item.channel, item.id, time, block, offset, length);
    return undefined;
  }

  /** Everything that was added, which leaves nothing. */
  take(): PackedWork {
    const packed = { numbers: Float64Array.from(this.#numbers), bytes: this.#bytes };
    this.#numbers = [];
    this.#bytes = [];
    return packed;
  }

  #numbered(place: BytesPlace): BlockPlace {
    if ('block' in place) return place;
    const offset = this.#bytes.push(place.bytes) - 1;
    return { block: noBlock, offset, length: place.bytes.length };
  }

  /** Two pieces of a message that lie one behind the other are one: each costs the thread a write. */
  #join(item: WorkItem): number | undefined {
    if (item.op !== 'piece' || !('block' in item.place) || this.length === 0) return undefined;
    const last = this.#numbers.length - fields;
    const field = (index: number) => this.#numbers[last + index] ?? 0;
    const { block, offset, length } = item.place;
    if (field(0) !== operations.indexOf('piece')) return undefined;
    if (field(1) !== item.channel || field(2) !== item.id) return undefined;
    if (field(4) !== block || field(5) + field(6) !== offset) return undefined;
    this.#numbers[last + 6] = field(6) + length;
    return block;
  }
}

/** Item by item, in the order in which they were added. */
export function eachItem({ numbers, bytes }: PackedWork, visit: (item: WorkItem) => void): void {
  for (let at = 0; at < numbers.length; at += fields) {
    const field = (index: number) => numbers[at + index] ?? 0;
    const op = operations[field(0)];
    const channel = field(1);
    const id = field(2);
    const time = Number.isNaN(field(3)) ? undefined : field(3);
    const block = field(4);
    const offset = field(5);
    const place =
      block === noBlock
        ? { bytes: bytes[offset] ?? new Uint8Array() }
        : { block, offset, length: field(6) };
    if (op === 'message') visit({ op, channel, id, time, place });
    else if (op === 'piece') visit({ op, channel, id, place });
    else if (op === 'end') visit({ op, channel, id, time });
    else if (op === 'abort') visit({ op, channel, id });
  }
}

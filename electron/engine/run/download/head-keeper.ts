import type { LiteralSink } from '../../wire/frame.ts';

/** Any ordinary header fits; of a longer one the first fields do. */
const headBytes = 32 * 1024;

/** A sink that keeps the first bytes it passes on: a message that streams to disk still has a subject. */
export class HeadKeeper implements LiteralSink {
  /** What the writer opened. */
  readonly target: LiteralSink;
  readonly #next: LiteralSink;
  head: Buffer = Buffer.alloc(0);

  /** @param next leads to `target` */
  constructor(next: LiteralSink, target: LiteralSink) {
    this.#next = next;
    this.target = target;
  }

  write(chunk: Buffer): void {
    const wanted = headBytes - this.head.length;
    if (wanted > 0) this.head = Buffer.concat([this.head, chunk.subarray(0, wanted)]);
    this.#next.write(chunk);
  }

  end(): void {
    this.#next.end();
  }

  abort(): void {
    this.#next.abort();
  }
}

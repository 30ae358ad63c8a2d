import type { LiteralSink } from '../wire/frame.ts';

/** Any ordinary header fits; of a longer one the first fields do. */
const headOctets = 32 * 1024;

/** A sink that keeps the first octets it passes on: a message that streams to disk still has a subject. */
export class HeadKeeper implements LiteralSink {
  readonly target: LiteralSink;
  head: Buffer = Buffer.alloc(0);

  constructor(target: LiteralSink) {
    this.target = target;
  }

  write(chunk: Buffer): void {
    const wanted = headOctets - this.head.length;
    if (wanted > 0) this.head = Buffer.concat([this.head, chunk.subarray(0, wanted)]);
    this.target.write(chunk);
  }

  end(): void {
    this.target.end();
  }

  abort(): void {
    this.target.abort();
  }
}

import type { LiteralSink } from '../../wire/frame.ts';

/** Keeps the bytes of a literal that may never be whole. */
export class KeptLiteral implements LiteralSink {
  readonly #chunks: Buffer[] = [];

  write(chunk: Buffer): void {
    this.#chunks.push(Buffer.from(chunk));
  }

  end(): void {}

  /** What came stays: it is all there will be. */
  abort(): void {}

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

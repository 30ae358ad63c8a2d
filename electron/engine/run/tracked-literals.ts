import type { MessageWriter, Octets } from '../archive/message-writer.ts';
import type { LiteralSink, LiteralStore } from '../wire/frame.ts';

/**
 * The writer as one connection sees it. Remembers what was opened and not yet handed on, so that the
 * writer gets its memory back when a response is broken or the connection ends in the middle of one.
 */
export class TrackedLiterals implements LiteralStore {
  readonly #writer: MessageWriter;
  readonly #open = new Set<Buffer | LiteralSink>();

  constructor(writer: MessageWriter) {
    this.#writer = writer;
  }

  open(size: number): Buffer | LiteralSink {
    const target = this.#writer.open(size);
    this.#open.add(target);
    return target;
  }

  /** Somebody else answers for these octets from now on. */
  release(octets: Octets): void {
    this.#open.delete(octets.kind === 'memory' ? octets.bytes : octets.sink);
  }

  /** Gives everything back that was never handed on. */
  discardAll(): void {
    for (const target of this.#open) {
      if (Buffer.isBuffer(target)) this.#writer.discard({ kind: 'memory', bytes: target });
      else target.abort();
    }
    this.#open.clear();
  }
}

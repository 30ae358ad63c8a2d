import type { LiteralSink } from './frame.ts';

/**
 * Takes a literal that is too large for memory while nobody has offered a place for it: its octets
 * are passed over, so that the stream goes on and only this one response is lost.
 */
export class DiscardedLiteral implements LiteralSink {
  write(): void {}
  end(): void {}
  abort(): void {}
}

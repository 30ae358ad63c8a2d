/** What becomes of a literal's octets while they arrive. */
export interface LiteralSink {
  /** Takes the next octets. The buffer is only valid during the call. */
  write(chunk: Buffer): void;
  /** All announced octets have been written. */
  end(): void;
  /**
   * The connection ended, or the response was broken, before it was whole: the octets are of no use.
   * Comes after `end` too, when the literal was complete but the response around it was not.
   */
  abort(): void;
}

/** Decides, when a literal is announced, where its octets go. */
export interface LiteralStore {
  /**
   * @param size announced octets
   * @param prefix the response's last text segment up to and including the announcement
   * @throws MailstowError where it cannot be taken; the stream is lost then
   * @returns memory of exactly `size` octets, or a sink that takes them as they come
   */
  open(size: number, prefix: Buffer): Buffer | LiteralSink;
  /** Told of a literal larger than any message, at which the stream is lost. */
  beyondAnyBound?(size: number, prefix: Buffer): void;
}

export type Literal =
  | { readonly kind: 'memory'; readonly bytes: Buffer }
  | { readonly kind: 'streamed'; readonly size: number; readonly sink: LiteralSink };

/**
 * One response as cut from the stream, without its final line end (RFC 9051 section 2.2.2).
 * `segments` are the texts around the literals, so there is always one more of them than literals;
 * each segment but the last still ends with its `{n}`, without the line end behind it.
 */
export interface Frame {
  readonly segments: readonly Buffer[];
  readonly literals: readonly Literal[];
}

import type { MailstowError } from '../../errors.ts';

/** Takes the bytes of one large message as they come. Structurally wire's LiteralSink. */
export interface ByteSink {
  /** The chunk is only valid during the call. */
  write(chunk: Buffer): void;
  end(): void;
  abort(): void;
}

/** Structurally wire's Literal. */
export type MessageData =
  | { readonly kind: 'memory'; readonly bytes: Buffer }
  | { readonly kind: 'streamed'; readonly size: number; readonly sink: ByteSink };

export interface NewMessage {
  readonly uid: number;
  /** Milliseconds since 1970 UTC. */
  readonly internalDate?: number;
  readonly flags: readonly string[];
  /** As its author’s clock had it, see NameHints; part of the file's name in the folders layout, as is the subject. */
  readonly ownTime?: number;
  /** As people read it. */
  readonly subject?: string;
  /** As a POP3 server names and announces it, see StoredMessage. */
  readonly uidl?: string;
  readonly announced?: number;
}

/**
 * Stores the messages of one mailbox and kind. Everything but {@link flush} and {@link close}
 * returns at once; after the first failure what is stored is dropped, and `flush` says why.
 */
export interface MessageWriter {
  /**
   * Where the bytes of an announced literal shall go: memory of exactly `size` bytes, or a sink
   * for a large one. Always succeeds. Each must come back through {@link store} or
   * {@link discard}, or be given up through {@link abandon}.
   */
  open(size: number): Buffer | ByteSink;
  /** The response is whole: its bytes belong to the writer from here on. Memory that is not the writer's own is copied. */
  store(message: NewMessage, data: MessageData): void;
  discard(data: MessageData): void;
  /** The connection is gone: what was opened and neither stored nor discarded will never be. */
  abandon(): void;
  /** Back-pressure: undefined when more can be taken, else a promise (never rejected) of that moment. */
  ready(): Promise<void> | undefined;
  /** The first failure, as soon as it is known. */
  readonly failure: MailstowError | undefined;
  /** Resolves when everything stored so far is synced, renamed and journalled; rejects with the first failure. */
  flush(): Promise<void>;
  /** Flushes and gives the writer up. */
  close(): Promise<void>;
}

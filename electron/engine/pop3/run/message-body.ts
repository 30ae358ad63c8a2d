import type { ByteSink, MessageData, MessageWriter } from '../../archive/writer/message-writer.ts';
import { MailstowError } from '../../errors.ts';
import { FollowedLiteral } from '../../run/download/followed-literal.ts';
import type { ProgressReporter } from '../../run/download/progress.ts';
import { KeptBytes } from './kept-bytes.ts';

/** Bytes of a message that wait in memory until it is whole; a larger one streams to its file. As the archive's writer has it. */
export const memoryBytes = 1024 * 1024;

/** Bytes of the beginning that are kept of a message that streams: what names and dates its file. */
const headBytes = 32 * 1024;

/** Bytes after which the disk is asked for its room once more. */
const unasked = 16 * 1024 * 1024;

/** Bytes that are kept of a message that may never be whole. */
const mostKept = 8 * 1024 * 1024;

export interface BodyOptions {
  readonly writer: MessageWriter;
  readonly progress: ProgressReporter;
  /** {@link memoryBytes} of memory that nobody else uses until this message is over. */
  readonly scratch: Buffer;
  /** Bytes as announced. */
  readonly size: number;
  /** It is tried for the last time: what arrives of it can be had. */
  readonly isKept: boolean;
  /** Room on the disk that the writer writes to. */
  freeBytes(): number;
}

/** The bytes of one message on their way from the connection to the writer. How many there will be is not known. */
export class MessageBody {
  readonly #options: BodyOptions;
  #length = 0;
  #sink: ByteSink | undefined;
  #followed: FollowedLiteral | undefined;
  #head: Buffer | undefined;
  #asked = unasked;
  readonly #kept = new KeptBytes(mostKept);

  /** Its size, where there was no room for that. */
  refused: number | undefined;

  constructor(options: BodyOptions) {
    this.#options = options;
  }

  get length(): number {
    return this.#length;
  }

  /** The first bytes, as many as a header needs. */
  get head(): Buffer {
    return this.#head ?? this.#options.scratch.subarray(0, Math.min(this.#length, headBytes));
  }

  /** What arrived, where that was to be kept. */
  get kept(): Buffer {
    return this.#kept.bytes;
  }

  write(octets: Buffer): void {
    const { scratch, isKept } = this.#options;
    const length = this.#length + octets.length;
    if (isKept) this.#kept.add(octets);
    if (this.#followed === undefined && length <= memoryBytes) octets.copy(scratch, this.#length);
    else {
      const followed = this.#followed ?? this.#stream();
      if (length > this.#asked) this.#requireRoom(length);
      followed.write(octets);
    }
    this.#length = length;
  }

  /** It is whole: somebody else answers for the bytes from now on. */
  take(): MessageData {
    const sink = this.#sink;
    this.#sink = undefined;
    if (sink !== undefined) return { kind: 'streamed', size: this.#length, sink };
    return { kind: 'memory', bytes: this.#options.scratch.subarray(0, this.#length) };
  }

  /** It will never be whole. */
  abort(): void {
    if (this.#sink !== undefined) this.#followed?.abort();
    this.#sink = undefined;
  }

  #stream(): FollowedLiteral {
    const { writer, progress, scratch, size } = this.#options;
    const sink = writer.open(Math.max(size, memoryBytes + 1));
    if (Buffer.isBuffer(sink)) throw new TypeError('A large message does not stream.');
    this.#sink = sink;
    this.#head = Buffer.from(scratch.subarray(0, Math.min(this.#length, headBytes)));
    const followed = new FollowedLiteral(sink, progress, Math.max(size, this.#length));
    this.#followed = followed;
    followed.write(scratch.subarray(0, this.#length));
    return followed;
  }

  /** The server does not say how large a message is, so its end is only known when it comes. */
  #requireRoom(length: number): void {
    this.#asked = length + unasked;
    const { freeBytes, size } = this.#options;
    if (freeBytes() > unasked) return;
    this.refused = Math.max(size, length);
    throw new MailstowError('announced-more-than-space', { args: { size: this.refused } });
  }
}

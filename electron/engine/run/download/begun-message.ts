import type { LiteralSink } from '../../wire/frame.ts';
import type { HeadKeeper } from './head-keeper.ts';

/** Bytes of a message above which the rest is asked for when the connection breaks in it, not all of it again. */
export const resumedAbove = 8 * 1024 * 1024;

/** Bytes asked for at once: one command then ends within any time that a gateway allows. */
const partBytes = 8 * 1024 * 1024;

/** Bytes at the end of what came that are asked for once more: they show whether it is the same message. */
const overlap = 1024;

/** A large message on its way to its file, over as many connections as it takes. */
export class BegunMessage implements LiteralSink {
  /** Bytes that were announced. */
  readonly size: number;
  /** What RFC822.SIZE said beside it. */
  readonly toldSize: number | undefined;
  readonly #keeper: HeadKeeper;
  #received = 0;
  #counted = 0;
  #tail = Buffer.alloc(0);

  constructor(size: number, toldSize: number | undefined, keeper: HeadKeeper) {
    this.size = size;
    this.toldSize = toldSize;
    this.#keeper = keeper;
  }

  get keeper(): HeadKeeper {
    return this.#keeper;
  }

  get isWhole(): boolean {
    return this.#received === this.size;
  }

  /** Bytes since this was asked last. */
  takeGain(): number {
    const gain = this.#received - this.#counted;
    this.#counted = this.#received;
    return gain;
  }

  write(chunk: Buffer): void {
    this.#keeper.write(chunk);
    this.#received += chunk.length;
    const last = chunk.length < overlap ? Buffer.concat([this.#tail, chunk]) : chunk;
    this.#tail = Buffer.from(last.subarray(-overlap));
  }

  end(): void {
    this.#keeper.end();
  }

  /** What came stays until {@link discard}: the rest may come on another connection. */
  abort(): void {}

  discard(): void {
    this.#keeper.abort();
  }

  /** The next part to ask for; it begins with bytes that are there already. */
  nextPart(): MessagePart {
    const origin = this.#received - this.#tail.length;
    return new MessagePart(this, this.#tail, origin, Math.min(partBytes, this.size - origin));
  }
}

/** `BODY[]<origin> {size}`, RFC 9051 section 9 */
const announcedPart = /BODY\[\]<(\d{1,10})> *~?\{\d+[+-]?\}$/i;

/** A part of a message that is asked for. */
export class MessagePart implements LiteralSink {
  readonly origin: number;
  /** At most, bytes. */
  readonly length: number;
  readonly #message: BegunMessage;
  /** What it has to begin with. */
  readonly #known: Buffer;
  #seen = 0;
  #isOther = false;

  constructor(message: BegunMessage, known: Buffer, origin: number, length: number) {
    this.#message = message;
    this.#known = known;
    this.origin = origin;
    this.length = length;
  }

  get hasBegun(): boolean {
    return this.#seen > 0;
  }

  /** It begins with what was known, and brought more where anything lacked. */
  get hasCome(): boolean {
    const least = this.#known.length + (this.length > this.#known.length ? 1 : 0);
    return !this.#isOther && this.#seen >= least;
  }

  /** @param prefix the text that announces so many bytes */
  isAnnounced(size: number, prefix: Buffer): boolean {
    const origin = announcedPart.exec(prefix.toString('latin1', prefix.length - 64))?.[1];
    return Number(origin) === this.origin && size <= this.length;
  }

  write(chunk: Buffer): void {
    const known = this.#known.subarray(this.#seen, this.#seen + chunk.length);
    if (!chunk.subarray(0, known.length).equals(known)) this.#isOther = true;
    this.#seen += chunk.length;
    if (!this.#isOther && known.length < chunk.length) {
      this.#message.write(chunk.subarray(known.length));
    }
  }

  end(): void {}

  /** What came of it is with the message. */
  abort(): void {}
}

import type { MessageData, MessageWriter } from '../../archive/writer/message-writer.ts';
import { MailstowError } from '../../errors.ts';
import type { LiteralSink, LiteralStore } from '../../wire/frame.ts';
import { BegunMessage, type MessagePart, resumedAbove } from './begun-message.ts';
import { FollowedLiteral } from './followed-literal.ts';
import { HeadKeeper } from './head-keeper.ts';
import { KeptLiteral } from './kept-literal.ts';
import type { ProgressReporter } from './progress.ts';

/** The message within whose bytes a connection broke. */
export interface Interrupted {
  /** Where the response had named it by then. */
  readonly uid?: number;
  /** What had arrived, where that was kept. */
  readonly bytes?: Buffer;
}

/** The message whose bytes cannot all come, or would find no room. */
export interface Refused {
  /** Where the response had named it by then. */
  readonly uid?: number;
  /** Announced bytes, and what they are more than. */
  readonly size: number;
  readonly than: 'space' | 'any';
}

/** The bytes of a literal as the writer takes them, and as many of the first as a header needs. */
export interface Released {
  readonly data: MessageData;
  readonly head: Buffer;
}

/** Bytes up to which nobody asks whether the disk has room: asking costs a system call each. */
const mostUnasked = 16 * 1024 * 1024;

/** Larger ones are not kept when the connection breaks at them: they would have to stay in memory. */
const mostKept = 8 * 1024 * 1024;

/**
 * The writer as one connection sees it. Remembers what was opened and not yet handed on, so that the
 * writer gets its memory back when a response is broken or the connection ends in the middle of one.
 */
export class TrackedLiterals implements LiteralStore {
  readonly #writer: MessageWriter;
  readonly #progress: ProgressReporter;
  readonly #freeBytes: () => number;
  /** The UID that the text before each names, in the order of the stream: the text itself lies in memory that is used again. */
  readonly #open = new Map<Buffer | LiteralSink, number | undefined>();
  /** Set while a message is tried for the last time: what arrives of it can be had. */
  keepsBytes = false;

  refused: Refused | undefined;

  /** The message of which a part is asked for. */
  continuing: { readonly message: BegunMessage; readonly part: MessagePart } | undefined;

  /** @param freeBytes room on the disk that the writer writes to */
  constructor(writer: MessageWriter, progress: ProgressReporter, freeBytes: () => number) {
    this.#writer = writer;
    this.#progress = progress;
    this.#freeBytes = freeBytes;
  }

  open(size: number, prefix: Buffer): Buffer | LiteralSink {
    const part = this.continuing?.part;
    if (part?.isAnnounced(size, prefix)) return part;
    if (size > mostUnasked && size > this.#freeBytes()) {
      throw this.#refuse(size, prefix, 'space');
    }
    const isKept = this.keepsBytes && size <= mostKept;
    const target = isKept ? new KeptLiteral() : this.#followed(size, prefix);
    this.#open.set(target, uidIn(prefix));
    return target;
  }

  #followed(size: number, prefix: Buffer): Buffer | LiteralSink {
    const target = this.#writer.open(size);
    if (Buffer.isBuffer(target)) return target;
    const keeper = new HeadKeeper(new FollowedLiteral(target, this.#progress, size), target);
    if (size <= resumedAbove) return keeper;
    return new BegunMessage(size, numberIn(prefix, /[( ]RFC822\.SIZE (\d{1,15})\b/i), keeper);
  }

  beyondAnyBound(size: number, prefix: Buffer): void {
    this.#refuse(size, prefix, 'any');
  }

  #refuse(size: number, prefix: Buffer, than: 'space' | 'any'): MailstowError {
    const uid = uidIn(prefix);
    this.refused = { size, than, ...(uid !== undefined && { uid }) };
    return new MailstowError(`announced-more-than-${than}`, { args: { size } });
  }

  /** Somebody else answers for these bytes from now on. */
  release(data: MessageData): Released {
    if (data.kind === 'memory') {
      this.#open.delete(data.bytes);
      return { data, head: data.bytes };
    }
    const { sink, size } = data;
    this.#open.delete(sink);
    if (sink instanceof KeptLiteral) {
      return { data: { kind: 'memory', bytes: sink.bytes }, head: sink.bytes };
    }
    const keeper = sink instanceof BegunMessage ? sink.keeper : sink;
    if (!(keeper instanceof HeadKeeper)) throw new TypeError('This literal was opened elsewhere.');
    return { data: { kind: 'streamed', size, sink: keeper.target }, head: keeper.head };
  }

  /** The message whose bytes were arriving last; undefined when none were. */
  get interrupted(): Interrupted | undefined {
    if (this.continuing !== undefined) return this.continuing.part.hasBegun ? {} : undefined;
    const [target, uid] = [...this.#open].at(-1) ?? [];
    if (target === undefined) return undefined;
    return {
      ...(uid === undefined ? {} : { uid }),
      ...(target instanceof KeptLiteral ? { bytes: target.bytes } : {}),
    };
  }

  /** The large message that was {@link interrupted}: whoever takes it answers for it from now on. */
  takeBegun(): BegunMessage | undefined {
    const target = this.continuing?.message ?? [...this.#open.keys()].at(-1);
    if (!(target instanceof BegunMessage)) return undefined;
    this.#open.delete(target);
    return target;
  }

  /** Gives everything back that was never handed on. */
  discardAll(): void {
    for (const target of this.#open.keys()) {
      if (Buffer.isBuffer(target)) this.#writer.discard({ kind: 'memory', bytes: target });
      else if (target instanceof BegunMessage) target.discard();
      else target.abort();
    }
    this.#open.clear();
  }
}

/** RFC 9051 section 9: msg-att-static = … / "UID" SP uniqueid; we ask for it ahead of the body. */
function uidIn(prefix: Buffer): number | undefined {
  return numberIn(prefix, /[( ]UID (\d{1,10})\b/i);
}

function numberIn(prefix: Buffer, pattern: RegExp): number | undefined {
  const digits = pattern.exec(prefix.toString('latin1'))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

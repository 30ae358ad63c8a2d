import type { MessageData, MessageWriter } from '../../archive/writer/message-writer.ts';
import { MailstowError } from '../../errors.ts';
import type { LiteralSink, LiteralStore } from '../../wire/frame.ts';
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
  /** The text before each, in the order of the stream. */
  readonly #open = new Map<Buffer | LiteralSink, Buffer>();
  /** Set while a message is tried for the last time: what arrives of it can be had. */
  keepsBytes = false;

  refused: Refused | undefined;

  /** @param freeBytes room on the disk that the writer writes to */
  constructor(writer: MessageWriter, progress: ProgressReporter, freeBytes: () => number) {
    this.#writer = writer;
    this.#progress = progress;
    this.#freeBytes = freeBytes;
  }

  open(size: number, prefix: Buffer): Buffer | LiteralSink {
    if (size > mostUnasked && size > this.#freeBytes()) {
      throw this.#refuse(size, prefix, 'space');
    }
    const isKept = this.keepsBytes && size <= mostKept;
    const target = isKept ? new KeptLiteral() : this.#followed(this.#writer.open(size), size);
    this.#open.set(target, prefix);
    return target;
  }

  #followed(target: Buffer | LiteralSink, size: number): Buffer | LiteralSink {
    if (Buffer.isBuffer(target)) return target;
    return new HeadKeeper(new FollowedLiteral(target, this.#progress, size), target);
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
    if (!(sink instanceof HeadKeeper)) throw new TypeError('This literal was opened elsewhere.');
    return { data: { kind: 'streamed', size, sink: sink.target }, head: sink.head };
  }

  /** The message whose bytes were arriving last; undefined when none were. */
  get interrupted(): Interrupted | undefined {
    const [target, prefix] = [...this.#open].at(-1) ?? [];
    if (target === undefined) return undefined;
    const uid = prefix && uidIn(prefix);
    return {
      ...(uid === undefined ? {} : { uid }),
      ...(target instanceof KeptLiteral ? { bytes: target.bytes } : {}),
    };
  }

  /** Gives everything back that was never handed on. */
  discardAll(): void {
    for (const target of this.#open.keys()) {
      if (Buffer.isBuffer(target)) this.#writer.discard({ kind: 'memory', bytes: target });
      else target.abort();
    }
    this.#open.clear();
  }
}

/** RFC 9051 section 9: msg-att-static = … / "UID" SP uniqueid; we ask for it ahead of the body. */
function uidIn(prefix: Buffer): number | undefined {
  const uid = /[( ]UID (\d{1,10})\b/i.exec(prefix.toString('latin1'))?.[1];
  return uid === undefined ? undefined : Number(uid);
}

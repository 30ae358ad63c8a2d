import { MailstowError } from '../../errors.ts';
import type { StoredMessage } from '../journal/message-table.ts';
import type { Lease } from './block-ring.ts';
import {
  type CommitTarget,
  commitGroup,
  type DurableMessage,
  dropGroup,
  type MessageMeta,
} from './group-commit.ts';
import type { ByteSink, MessageData, MessageWriter, NewMessage } from './message-writer.ts';
import { storingFailure } from './storing-failure.ts';
import type { SyncedFile } from './synced-file.ts';
import type { BytesPlace } from './work-batch.ts';
import type { WriterThreadLink } from './writer-thread-link.ts';

/** A larger message streams to its file while it arrives; a smaller one waits in memory until it is whole. */
const streamThreshold = 1024 * 1024;

/** Messages handed over and not yet durable; more would pile up in memory where the disk is the slower one. */
const mostUncommitted = 2_000;

export interface WriterOptions {
  readonly link: WriterThreadLink;
  readonly target: CommitTarget;
  /** File name and the damaged file that the message stands for, if any. */
  place(message: NewMessage): { readonly name: string; readonly replaces?: string };
  /** Messages that have become durable. */
  stored(messages: readonly StoredMessage[]): void;
  failed(failure: MailstowError): void;
  /** The disk holds no file of that size (EFBIG); the message is not stored, and others are. */
  tooLarge(uid: number): void;
}

/** A {@link MessageWriter} whose files are written by the archive's writing thread and named here. */
export class ThreadedWriter implements MessageWriter {
  readonly #options: WriterOptions;
  readonly #link: WriterThreadLink;
  /** Opened with the first message. */
  #opened: number | undefined;
  /** What was given out and neither stored nor discarded, by its memory. */
  readonly #leases = new Map<Buffer, Lease>();
  readonly #sinks = new Set<StreamedMessage>();
  #failure: MailstowError | undefined;
  #steps: Promise<void> = Promise.resolve();
  /** The writing thread is gone. */
  #isBroken = false;
  #flushes: (() => void)[] = [];
  /** Messages handed over and not yet durable, by number. */
  readonly #uncommitted = new Map<number, MessageMeta>();
  #lastId = 0;
  #waiting: (() => void)[] = [];

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#link = options.link;
  }

  get failure(): MailstowError | undefined {
    return this.#failure;
  }

  open(size: number): Buffer | ByteSink {
    if (size > streamThreshold) return this.#openSink();
    const lease = this.#link.ring.lease(size);
    if (lease === undefined) return Buffer.allocUnsafeSlow(size);
    this.#leases.set(lease.memory, lease);
    return lease.memory;
  }

  store(message: NewMessage, data: MessageData): void {
    if (this.#failure !== undefined) {
      this.discard(data);
      return;
    }
    const { internalDate } = message;
    const time = internalDate === undefined ? undefined : internalDate / 1000;
    const channel = this.#channel();
    if (data.kind === 'memory') {
      const id = ++this.#lastId;
      this.#uncommitted.set(id, this.#meta(message));
      const place = this.#placeOf(data.bytes);
      this.#link.send({ op: 'message', channel, id, time, place }, data.bytes.length);
      return;
    }
    const sink = this.#sinkOf(data);
    this.#sinks.delete(sink);
    this.#uncommitted.set(sink.id, this.#meta(message));
    this.#link.send({ op: 'end', channel, id: sink.id, time }, 0);
  }

  discard(data: MessageData): void {
    if (data.kind === 'streamed') {
      data.sink.abort();
      return;
    }
    this.#end(data.bytes)?.giveBack();
  }

  abandon(): void {
    for (const sink of this.#sinks) sink.abort();
    for (const lease of this.#leases.values()) lease.giveBack();
    this.#leases.clear();
  }

  ready(): Promise<void> | undefined {
    if (this.#uncommitted.size <= mostUncommitted || this.#failure !== undefined) {
      return this.#link.roomFor(streamThreshold);
    }
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  async flush(): Promise<void> {
    if (!this.#isBroken && this.#opened !== undefined) {
      await new Promise<void>(resolve => {
        this.#flushes.push(resolve);
        this.#link.flush(this.#channel());
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  async close(): Promise<void> {
    this.abandon();
    try {
      await this.flush();
    } finally {
      if (this.#opened !== undefined) this.#link.close(this.#opened);
    }
  }

  #channel(): number {
    this.#opened ??= this.#link.open(this.#options.target.prefix, {
      synced: files => this.#next(() => this.#commit(files)),
      failed: failure => this.#next(() => this.#fail(failure)),
      tooLarge: ids => this.#next(() => this.#lose(ids)),
      flushed: () => this.#next(() => this.#flushes.shift()?.()),
      broken: failure => {
        this.#isBroken = true;
        this.#fail(failure);
        for (const resolve of this.#flushes) resolve();
      },
    });
    return this.#opened;
  }

  /** One report of the thread after the other: a group that is being committed is not overtaken. */
  #next(step: () => void | Promise<void>): void {
    this.#steps = this.#steps.then(step);
  }

  /** Never rejects: what goes wrong is the writer's failure. */
  async #commit(files: readonly SyncedFile[]): Promise<void> {
    const { target, stored } = this.#options;
    const group: DurableMessage[] = [];
    for (const { id, size, sha256 } of files) {
      const meta = this.#uncommitted.get(id);
      if (meta !== undefined) group.push({ id, size, sha256, meta });
    }
    if (this.#failure === undefined) {
      try {
        stored(await commitGroup(target, group));
      } catch (error) {
        this.#fail(new MailstowError(storingFailure(error)));
      }
    } else dropGroup(target, group);
    for (const { id } of files) this.#uncommitted.delete(id);
    this.#wake();
  }

  #lose(ids: readonly number[]): void {
    for (const id of ids) {
      const uid = this.#uncommitted.get(id)?.uid;
      this.#uncommitted.delete(id);
      if (uid !== undefined) this.#options.tooLarge(uid);
    }
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #fail(failure: MailstowError): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    this.#wake();
    this.#options.failed(failure);
  }

  #meta(message: NewMessage): MessageMeta {
    const { uid, internalDate, flags, uidl, announced } = message;
    return {
      uid,
      flags: flags.join(' '),
      ...this.#options.place(message),
      ...(internalDate !== undefined && { internalDate }),
      ...(uidl !== undefined && { uidl }),
      ...(announced !== undefined && { announced }),
    };
  }

  #placeOf(bytes: Buffer): BytesPlace {
    return this.#end(bytes)?.handOver() ?? this.#copied(bytes);
  }

  #end(memory: Buffer): Lease | undefined {
    const lease = this.#leases.get(memory);
    this.#leases.delete(memory);
    return lease;
  }

  /** Into a block where one has room, else into memory of its own, which the thread gets a copy of. */
  #copied(bytes: Buffer): BytesPlace {
    const place = bytes.length <= streamThreshold ? this.#link.ring.put(bytes) : undefined;
    return place ?? { bytes: new Uint8Array(bytes) };
  }

  #openSink(): StreamedMessage {
    const channel = this.#channel();
    const id = ++this.#lastId;
    const sink: StreamedMessage = {
      id,
      write: chunk => {
        for (let start = 0; start < chunk.length; start += streamThreshold) {
          const piece = chunk.subarray(start, start + streamThreshold);
          const place = this.#copied(piece);
          this.#link.send({ op: 'piece', channel, id, place }, piece.length);
        }
      },
      end: () => undefined,
      abort: () => {
        if (this.#sinks.delete(sink)) this.#link.send({ op: 'abort', channel, id }, 0);
      },
    };
    this.#sinks.add(sink);
    return sink;
  }

  #sinkOf(data: MessageData & { readonly kind: 'streamed' }): StreamedMessage {
    for (const sink of this.#sinks) if (sink === data.sink) return sink;
    throw new TypeError('A streamed message can only be stored by the writer that opened it.');
  }
}

interface StreamedMessage extends ByteSink {
  /** Of the message. */
  readonly id: number;
}

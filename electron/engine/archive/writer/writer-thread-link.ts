import { Worker } from 'node:worker_threads';
import { passOnDefect } from '../../defects.ts';
import { MailstowError } from '../../errors.ts';
import { threadDeath } from '../../thread/thread-death.ts';
import { BlockRing } from './block-ring.ts';
import { type SyncedFile, unpackFiles } from './synced-file.ts';
import { WorkBatch, type WorkItem } from './work-batch.ts';
import type { WriterReport, WriterRequest } from './writer-messages.ts';
import type { WriterThreadData } from './writer-thread.ts';

/** Bytes that are handed over together at the latest. */
const batchBytes = 512 * 1024;
/** Smaller batches go at the end of each turn of the event loop, as long as the thread has no more than these to do. */
const smallBatches = 3;

/** The thread keeps little between two groups; a small young generation keeps its garbage small too. Megabytes. */
const heap = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 };

/** What a channel hears from the thread. */
export interface ChannelListener {
  synced(files: readonly SyncedFile[]): void;
  failed(failure: MailstowError): void;
  /** Messages by their numbers that no file of the disk can hold. */
  tooLarge(ids: readonly number[]): void;
  flushed(): void;
  /** The thread is gone: no report will follow. */
  broken(failure: MailstowError): void;
}

/** The archive's end of the thread that writes, shared by all writers. */
export class WriterThreadLink {
  readonly #folder: string;
  readonly #isShared: boolean;
  readonly #listeners = new Map<number, ChannelListener>();
  readonly ring = new BlockRing();
  #worker: Worker | undefined;
  readonly #batch = new WorkBatch();
  #bytes = 0;
  #scheduled = false;
  #batches = 0;
  #channels = 0;
  #waiting: (() => void)[] = [];
  /** The thread has died: nothing is written any more, and nobody waits for it. */
  #failure: MailstowError | undefined;

  /**
   * @param folder the archive's own folder
   * @param isShared whether others may use what is made in it
   */
  constructor(folder: string, isShared: boolean) {
    this.#folder = folder;
    this.#isShared = isShared;
  }

  /** Starting it takes as long as a round trip to a distant server, so it goes beside one. */
  start(): void {
    this.#worker ??= this.#begin();
  }

  open(prefix: string, listener: ChannelListener): number {
    const channel = ++this.#channels;
    this.#listeners.set(channel, listener);
    const failure = this.#failure;
    if (failure !== undefined) {
      queueMicrotask(() => listener.broken(failure));
      return channel;
    }
    this.#post({ type: 'open', channel, prefix });
    return channel;
  }

  /** @param bytes how many the item brings along */
  send(item: WorkItem, bytes: number): void {
    if (this.#failure !== undefined) {
      if ('place' in item && 'block' in item.place) this.ring.takeBack(item.place.block);
      return;
    }
    const joined = this.#batch.add(item);
    if (joined !== undefined) this.ring.takeBack(joined);
    this.#bytes += bytes;
    if (this.#bytes >= batchBytes) this.#sendBatch();
    else if (this.#batches < smallBatches) this.#schedule();
  }

  flush(channel: number): void {
    this.#sendBatch();
    this.#post({ type: 'flush', channel });
  }

  close(channel: number): void {
    this.#sendBatch();
    this.#post({ type: 'close', channel });
    this.#listeners.delete(channel);
  }

  /** Undefined while `size` bytes have room, or while the thread has nothing to do and so nothing to give back. */
  roomFor(size: number): Promise<void> | undefined {
    if (this.#failure !== undefined || this.ring.hasRoom(size)) return undefined;
    this.#sendBatch();
    if (this.#batches === 0) return undefined;
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#sendBatch();
    });
  }

  #sendBatch(): void {
    if (this.#batch.length === 0) return;
    this.#batches++;
    this.#post({ type: 'work', work: this.#batch.take() });
    this.#bytes = 0;
  }

  #post(request: WriterRequest): void {
    if (this.#failure !== undefined) return;
    this.#worker ??= this.#begin();
    this.#worker.postMessage(request);
  }

  #begin(): Worker {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const workerData: WriterThreadData = {
      folder: this.#folder,
      isShared: this.#isShared,
      blocks: this.ring.shared,
    };
    const worker = new Worker(new URL(`./writer-thread.${ending}`, import.meta.url), {
      workerData,
      resourceLimits: heap,
    });
    worker.on('message', (report: WriterReport) => this.#hear(report));
    const onDeath = (cause: unknown) => {
      if (worker === this.#worker) this.#broken(cause);
    };
    worker.on('error', onDeath);
    worker.on('exit', code => onDeath(new Error(`it ended with the exit code ${code}`)));
    return worker;
  }

  #hear(report: WriterReport): void {
    if (report.type === 'released') {
      this.#batches--;
      for (const [block, places] of report.places.entries()) this.ring.takeBack(block, places);
      if (this.#batches < smallBatches) this.#sendBatch();
      this.#wake();
      return;
    }
    if (report.type === 'defect') {
      passOnDefect(report.trace);
      return;
    }
    const listener = this.#listeners.get(report.channel);
    if (report.type === 'synced') listener?.synced(unpackFiles(report.files));
    else if (report.type === 'too-large') listener?.tooLarge(report.ids);
    else if (report.type === 'flushed') listener?.flushed();
    else listener?.failed(new MailstowError(report.failure));
  }

  /** The thread itself ended on an error: anyone who waits must hear of it. */
  #broken(cause: unknown): void {
    const failure = threadDeath('writing', cause);
    this.#failure = failure;
    this.#worker = undefined;
    this.#batches = 0;
    for (const listener of this.#listeners.values()) listener.broken(failure);
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

import type { Failure } from '../../../../shared/model/failure.ts';
import type { GroupWriter } from './group-writer.ts';
import { storingFailure } from './storing-failure.ts';
import type { SyncedFile } from './synced-file.ts';

/** A group is large enough that its sync weighs little, small enough that a crash repeats little. */
const groupMessages = 1_000;
const groupBytes = 16 * 1024 * 1024;
/** Milliseconds after which even a small group is synced, so that progress is seen. */
const groupAge = 300;

export interface ChannelEvents {
  synced(files: readonly SyncedFile[]): void;
  failed(failure: Failure): void;
  tooLarge(ids: readonly number[]): void;
  flushed(): void;
}

/**
 * Decides when a group is synced. In the meantime the next is written, and grows as long as that takes.
 * After the first failure nothing more is written; what is whole by then is synced before the failure
 * is told.
 */
export class WriterChannel {
  readonly #group: GroupWriter;
  readonly #events: ChannelEvents;
  #timer: NodeJS.Timeout | undefined;
  #syncing = false;
  #failure: Failure | undefined;
  #isFailureTold = false;
  #flushes = 0;

  constructor(group: GroupWriter, events: ChannelEvents) {
    this.#group = group;
    this.#events = events;
  }

  /** Does one step of writing. */
  work(step: (group: GroupWriter) => void): void {
    if (this.#failure !== undefined) return;
    try {
      step(this.#group);
    } catch (error) {
      this.#fail(error);
      void this.#sync();
      return;
    }
    const tooLarge = this.#group.takeTooLarge();
    if (tooLarge.length > 0) this.#events.tooLarge(tooLarge);
    if (this.#isFull) void this.#sync();
    else if (this.#group.waiting > 0) this.#arm();
  }

  flush(): void {
    this.#flushes++;
    void this.#sync();
  }

  get #isFull(): boolean {
    return this.#group.waiting >= groupMessages || this.#group.waitingBytes >= groupBytes;
  }

  /** It never rejects: what goes wrong is an event. */
  async #sync(): Promise<void> {
    if (this.#syncing) return;
    this.#syncing = true;
    do {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const flushes = this.#flushes;
      try {
        const files = await this.#group.sync();
        if (files.length > 0) this.#events.synced(files);
      } catch (error) {
        this.#fail(error);
      }
      this.#tellFailure();
      this.#flushes -= flushes;
      for (let count = 0; count < flushes; count++) this.#events.flushed();
    } while (this.#flushes > 0 || this.#isFull || (this.#failure && this.#group.waiting > 0));
    this.#syncing = false;
    if (this.#group.waiting > 0) this.#arm();
  }

  #arm(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#sync();
    }, groupAge);
  }

  #fail(error: unknown): void {
    if (this.#failure !== undefined) return;
    this.#failure = storingFailure(error);
    this.#group.abortAll();
  }

  /** Only once nothing is left that could still be kept. */
  #tellFailure(): void {
    if (this.#failure === undefined || this.#isFailureTold || this.#group.waiting > 0) return;
    this.#isFailureTold = true;
    this.#events.failed(this.#failure);
  }
}

import type { Failure } from '../../../shared/model/failure.ts';
import { toFailure } from '../errors.ts';
import { diskFailure } from './disk-failure.ts';
import type { GroupCommit } from './group-commit.ts';
import type { StoredMessage } from './stored-index.ts';

/** A group is large enough that its syncs weigh little, small enough that a crash repeats little. */
const groupMessages = 1_000;
const groupOctets = 16 * 1024 * 1024;
/** Milliseconds after which even a small group is committed, so that progress is seen. */
const groupAge = 300;

export interface ChannelEvents {
  stored(messages: StoredMessage[]): void;
  failed(failure: Failure): void;
  flushed(): void;
}

/**
 * Decides when a group is committed. While one is being synced the next is written, and grows as long
 * as that takes. After the first failure nothing more is written; what is whole by then is committed
 * before the failure is told.
 */
export class WriterChannel {
  readonly #group: GroupCommit;
  readonly #events: ChannelEvents;
  #timer: NodeJS.Timeout | undefined;
  #committing = false;
  #failure: Failure | undefined;
  #isFailureTold = false;
  #flushes = 0;

  constructor(group: GroupCommit, events: ChannelEvents) {
    this.#group = group;
    this.#events = events;
  }

  /** Does one step of writing. */
  work(step: (group: GroupCommit) => void): void {
    if (this.#failure !== undefined) return;
    try {
      step(this.#group);
    } catch (error) {
      this.#fail(error);
      void this.#commit();
      return;
    }
    if (this.#isFull) void this.#commit();
    else if (this.#group.waiting > 0) this.#arm();
  }

  flush(): void {
    this.#flushes++;
    void this.#commit();
  }

  get #isFull(): boolean {
    return this.#group.waiting >= groupMessages || this.#group.waitingOctets >= groupOctets;
  }

  /** A commit never rejects: what goes wrong is an event. */
  async #commit(): Promise<void> {
    if (this.#committing) return;
    this.#committing = true;
    do {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const flushes = this.#flushes;
      try {
        const messages = await this.#group.commit();
        if (messages.length > 0) this.#events.stored(messages);
      } catch (error) {
        this.#fail(error);
      }
      this.#tellFailure();
      this.#flushes -= flushes;
      for (let count = 0; count < flushes; count++) this.#events.flushed();
    } while (this.#flushes > 0 || this.#isFull || (this.#failure && this.#group.waiting > 0));
    this.#committing = false;
    if (this.#group.waiting > 0) this.#arm();
  }

  #arm(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#commit();
    }, groupAge);
  }

  #fail(error: unknown): void {
    if (this.#failure !== undefined) return;
    this.#failure = asFailure(error);
    this.#group.abortAll();
  }

  /** Only once nothing is left that could still be kept. */
  #tellFailure(): void {
    if (this.#failure === undefined || this.#isFailureTold || this.#group.waiting > 0) return;
    this.#isFailureTold = true;
    this.#events.failed(this.#failure);
  }
}

function asFailure(error: unknown): Failure {
  try {
    return diskFailure(error, 'store messages in the folder').failure;
  } catch {
    return toFailure(error);
  }
}

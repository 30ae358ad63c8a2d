import { Bell } from './bell.ts';
import { unlessStopped } from './unless-stopped.ts';

/**
 * A watch from outside: it makes room for whoever needs the archive, and looks at its connection at once when the computer
 * woke up.
 */
export class WatchControl {
  /** Rings when connections have to prove that they still stand, and whoever waits is to try again. */
  readonly woken = new Bell();
  readonly #freed = new Bell();
  readonly #idle = new Bell();
  #holds = 0;
  #cut: (() => void) | undefined;

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  wake(): void {
    this.woken.ring();
  }

  /** On return the archive is let go of, until {@link release}; a round that goes on is cut short. */
  async hold(): Promise<void> {
    this.#holds += 1;
    if (this.#cut === undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const deaf = this.#idle.hear(resolve);
    this.#cut();
    await promise;
    deaf();
  }

  release(): void {
    this.#holds = Math.max(0, this.#holds - 1);
    if (this.#holds === 0) this.#freed.ring();
  }

  /**
   * Does what needs the archive, once nobody else does.
   * @param cut ends it early
   * @throws the reason of the signal, while it is waited for; what `work` throws
   */
  async during<Result>(
    signal: AbortSignal,
    cut: () => void,
    work: () => Promise<Result>,
  ): Promise<Result> {
    while (this.isHeld) await this.untilFree(signal);
    this.#cut = cut;
    try {
      return await work();
    } finally {
      this.#cut = undefined;
      this.#idle.ring();
    }
  }

  /** @throws the reason of the signal */
  async untilFree(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!this.isHeld) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const deaf = this.#freed.hear(resolve);
    try {
      await unlessStopped(promise, signal);
    } finally {
      deaf();
    }
  }
}

import type { Pace } from './pace.ts';

/** Acts that happen a fixed time after they were added, or later where too much is on its way, in that order. */
export class DelayedQueue {
  readonly #delay: number;
  readonly #notBefore: number;
  readonly #pace: Pace | undefined;
  readonly #waiting: { readonly due: number; act(): unknown }[] = [];

  /**
   * @param delay milliseconds
   * @param notBefore what is added before this point of `performance.now()` counts as added at it
   * @param pace of the line; absent: whatever comes passes at once
   */
  constructor(delay: number, notBefore = 0, pace?: Pace) {
    this.#delay = delay;
    this.#notBefore = notBefore;
    this.#pace = pace;
  }

  /** @param bytes that the act passes on */
  add(act: () => unknown, bytes = 0): void {
    const begin = Math.max(performance.now(), this.#notBefore);
    const due = (this.#pace?.passed(begin, bytes) ?? begin) + this.#delay;
    // Timers alone keep no order.
    this.#waiting.push({ due, act });
    if (this.#waiting.length === 1) this.#sleep(due);
  }

  #sleep(due: number): void {
    setTimeout(() => this.#wake(), Math.max(0, due - performance.now()));
  }

  #wake(): void {
    // Timers count whole milliseconds and may come a fraction early.
    const now = performance.now() + 0.5;
    let first = this.#waiting[0];
    for (; first !== undefined && first.due <= now; first = this.#waiting[0]) {
      this.#waiting.shift();
      first.act();
    }
    if (first !== undefined) this.#sleep(first.due);
  }
}

/** Acts that happen a fixed time after they were added, in that order; timers alone keep none. */
export class DelayedQueue {
  readonly #delay: number;
  readonly #notBefore: number;
  readonly #waiting: { readonly due: number; act(): unknown }[] = [];

  /**
   * @param delay milliseconds
   * @param notBefore what is added before this point of `performance.now()` counts as added at it
   */
  constructor(delay: number, notBefore = 0) {
    this.#delay = delay;
    this.#notBefore = notBefore;
  }

  add(act: () => unknown): void {
    const due = Math.max(performance.now(), this.#notBefore) + this.#delay;
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

/** Milliseconds over which speed is measured: long enough to be readable, short enough to be true. */
const span = 5_000;
/** Milliseconds that have to be seen before time left can be told from them. */
const telling = 2_000;

/** How much more a second over the last seconds, from the first count on. */
export class Speed {
  readonly #now: () => number;
  #samples: { readonly at: number; readonly count: number }[] = [];

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether enough was seen for an estimate. */
  get isTelling(): boolean {
    const [first] = this.#samples;
    return first !== undefined && this.#now() - first.at >= telling;
  }

  /** @param count all so far */
  note(count: number): void {
    const at = this.#now();
    this.#samples.push({ at, count });
    const [, second] = this.#samples;
    // The oldest is kept as long as it is the one that reaches back over the whole span.
    if (second !== undefined && second.at < at - span) {
      this.#samples = this.#samples.filter((_, place) => {
        const next = this.#samples[place + 1];
        return next === undefined || next.at >= at - span;
      });
    }
  }

  /** What was seen before a pause, or a wait for the server, says nothing of what comes after it. */
  beginAgain(): void {
    this.#samples = [];
  }

  perSecond(): number {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined) return 0;
    const seconds = (this.#now() - first.at) / 1000;
    return seconds <= 0 ? 0 : (last.count - first.count) / seconds;
  }
}

/** Milliseconds over which speed is measured: long enough to be readable, short enough to be true. */
const span = 5_000;

/** Messages a second over the last seconds. */
export class Speed {
  readonly #now: () => number;
  #samples: { readonly at: number; readonly count: number }[] = [];

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now;
    this.#samples.push({ at: now(), count: 0 });
  }

  /** @param count all messages so far */
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

  perSecond(): number {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined) return 0;
    const seconds = (this.#now() - first.at) / 1000;
    return seconds <= 0 ? 0 : (last.count - first.count) / seconds;
  }
}

/** What all connections over a line share: so many bytes a second. */
export class Pace {
  readonly #bytesPerMillisecond: number;
  /** When all that was sent has passed. */
  #free = 0;

  constructor(bytesPerSecond: number) {
    this.#bytesPerMillisecond = bytesPerSecond / 1_000;
  }

  /** @returns when bytes that are sent at `begin` have passed, in milliseconds of `performance.now()` */
  passed(begin: number, bytes: number): number {
    this.#free = Math.max(begin, this.#free) + bytes / this.#bytesPerMillisecond;
    return this.#free;
  }
}

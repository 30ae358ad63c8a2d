/**
 * How long is waited without any progress. Counted are the waits and the tries between them, as long as
 * they are meant to be: a computer that sleeps loses none of it.
 */
export class Patience {
  readonly #limit: number;
  #spent = 0;

  /** @param limit milliseconds */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Something went well: the next trouble is the first again. */
  renew(): void {
    this.#spent = 0;
  }

  spend(milliseconds: number): void {
    this.#spent += milliseconds;
  }

  /** As long as is wanted or left, in milliseconds; undefined when it is at its end. */
  cut(wanted: number): number | undefined {
    const left = this.#limit - this.#spent;
    return left > 0 ? Math.min(wanted, left) : undefined;
  }
}

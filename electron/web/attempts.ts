/** Attempts that cost nothing, for slips of the finger. */
const free = 3;
/** Milliseconds that the next attempt has to wait, doubled each time. */
const firstWait = 2_000;
const longestWait = 60_000;

/**
 * Slows down whoever guesses the password. One count for all addresses: somebody who guesses has many,
 * and the person at home waits a minute at most.
 */
export class Attempts {
  readonly #now: () => number;
  #failures = 0;
  #blockedUntil = 0;
  #isBusy = false;

  /** @param now milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Milliseconds until the next attempt is heard; 0 for now. */
  get wait(): number {
    return Math.max(0, this.#blockedUntil - this.#now());
  }

  /**
   * Runs one attempt, each alone, because each costs memory.
   * @returns what was found, `wrong` where nothing was, `wait` where the attempt was not heard
   */
  async try<Key>(check: () => Promise<Key | undefined>): Promise<Key | 'wrong' | 'wait'> {
    if (this.#isBusy || this.wait > 0) return 'wait';
    this.#isBusy = true;
    try {
      const key = await check();
      this.#failures = key === undefined ? this.#failures + 1 : 0;
      const doublings = this.#failures - free - 1;
      const wait = doublings < 0 ? 0 : Math.min(firstWait * 2 ** doublings, longestWait);
      this.#blockedUntil = this.#now() + wait;
      return key ?? 'wrong';
    } finally {
      this.#isBusy = false;
    }
  }
}

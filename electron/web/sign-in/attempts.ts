/** Attempts of one address that cost nothing, for slips of the finger. */
const free = 3;
/** Milliseconds that its next attempt has to wait, doubled each time. */
const firstWait = 2_000;
const longestWait = 60_000;
/** Attempts that wait for their turn at once, each of another address. */
const mostWaiting = 16;
/** Addresses that are remembered; the one heard of longest ago makes room. */
const mostAddresses = 10_000;

interface Address {
  failures: number;
  /** As the clock says it. */
  blockedUntil: number;
  isBusy: boolean;
  /** The password came from there before. */
  isKnown: boolean;
}

interface Waiting {
  readonly failures: number;
  go(isHeard: boolean): void;
}

/**
 * Slows down anyone who guesses the password, each address by itself, so that nobody locks out anybody else. One attempt
 * is looked at after the other, because each costs memory and a second of a processor; those of addresses that guessed
 * least come first, and those from where the password came before wait for no stranger's.
 */
export class Attempts {
  readonly #now: () => number;
  readonly #addresses = new Map<string, Address>();
  readonly #strangers = new Queue();
  readonly #owners = new Queue();

  /** @param now milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Milliseconds until the next attempt of an address is heard; 0 for now. */
  wait(address: string): number {
    return Math.max(0, (this.#addresses.get(address)?.blockedUntil ?? 0) - this.#now());
  }

  /** @returns what was found, `wrong` where nothing was, `wait` where the attempt was not heard */
  async try<Key>(
    address: string,
    check: () => Promise<Key | undefined>,
  ): Promise<Key | 'wrong' | 'wait'> {
    const known = this.#remember(address);
    if (known.isBusy || this.wait(address) > 0) return 'wait';
    known.isBusy = true;
    const queue = known.isKnown && known.failures <= free ? this.#owners : this.#strangers;
    try {
      if (!(await queue.turn(known.failures))) return 'wait';
      try {
        const key = await check();
        this.#note(known, key !== undefined);
        return key ?? 'wrong';
      } finally {
        queue.done();
      }
    } finally {
      known.isBusy = false;
    }
  }

  #remember(address: string): Address {
    const known = this.#addresses.get(address) ?? {
      failures: 0,
      blockedUntil: 0,
      isBusy: false,
      isKnown: false,
    };
    this.#addresses.delete(address);
    this.#addresses.set(address, known);
    const [oldest] = this.#addresses.keys();
    if (oldest !== undefined && this.#addresses.size > mostAddresses)
      this.#addresses.delete(oldest);
    return known;
  }

  #note(known: Address, isRight: boolean): void {
    known.failures = isRight ? 0 : known.failures + 1;
    known.isKnown ||= isRight;
    const doublings = known.failures - free - 1;
    const wait = doublings < 0 ? 0 : Math.min(firstWait * 2 ** doublings, longestWait);
    known.blockedUntil = this.#now() + wait;
  }
}

/** One after the other, those that guessed least first. */
class Queue {
  readonly #waiting: Waiting[] = [];
  #isBusy = false;

  /** @returns false where too many others wait who guessed less; else {@link done} is to be called */
  turn(failures: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const behind = this.#waiting.findIndex(each => each.failures > failures);
    const place = behind < 0 ? this.#waiting.length : behind;
    this.#waiting.splice(place, 0, { failures, go: resolve });
    if (this.#waiting.length > mostWaiting) this.#waiting.pop()?.go(false);
    this.#next();
    return promise;
  }

  done(): void {
    this.#isBusy = false;
    this.#next();
  }

  #next(): void {
    if (this.#isBusy) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#isBusy = true;
    next.go(true);
  }
}

/** Milliseconds: the first wait, the longest, and the time that a connection must stand to make up for one loss. */
const first = 500;
const longest = 5 * 60_000;
const standing = 5_000;

/**
 * How long to wait before the next try: twice as long each time, up to five minutes, half of it left to chance, so that
 * many accounts do not come back at one moment. A connection that stood for a while makes up for former losses, so that a
 * bad line is made again at once and a server that turns everybody away is left alone.
 */
export class BackOff {
  readonly #random: () => number;
  #losses = 0;

  /** @param random from 0 up to 1 */
  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** @param stood milliseconds that the connection was good for before it was lost; 0 where there was none */
  next(stood: number): number {
    this.#losses = Math.max(0, this.#losses - Math.floor(stood / standing));
    const whole = Math.min(longest, first * 2 ** Math.min(this.#losses, 20));
    this.#losses += 1;
    return Math.round(whole / 2 + (whole / 2) * this.#random());
  }

  /** The network is another, or the computer woke up: what failed before says nothing. */
  forget(): void {
    this.#losses = 0;
  }
}

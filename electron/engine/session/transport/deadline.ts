/**
 * One timer for the silence of a connection. Refreshing it costs next to nothing, so that every
 * chunk of a download may do so.
 */
export class Deadline {
  readonly #milliseconds: number;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, expired: () => void) {
    this.#milliseconds = milliseconds;
    this.#expired = expired;
  }

  /** Begins to measure silence, again when it is measured already. */
  start(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(this.#expired, this.#milliseconds);
  }

  /** Something arrived; nothing happens while silence is not measured. */
  refresh(): void {
    this.#timer?.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** At most one act in each interval: the first at once, what is requested in the meantime as one at its end. */
export class Throttle {
  readonly #milliseconds: number;
  readonly #act: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isDue = false;

  /** @param milliseconds the interval */
  constructor(milliseconds: number, act: () => void) {
    this.#milliseconds = milliseconds;
    this.#act = act;
  }

  request(): void {
    if (this.#timer !== undefined) {
      this.#isDue = true;
      return;
    }
    this.#fire();
  }

  /** Acts now, whatever the time. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
    this.#act();
  }

  #fire(): void {
    this.#isDue = false;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isDue) this.#fire();
    }, this.#milliseconds);
    this.#act();
  }
}

/** Lets much be done at once, or one thing with nothing else under way. */
export class Alone {
  #sharing = 0;
  #isAlone = false;
  #waiting: (() => void)[] = [];

  /** Together with other shared work. */
  async share<T>(work: () => Promise<T>): Promise<T> {
    while (this.#isAlone) await this.#change();
    this.#sharing += 1;
    try {
      return await work();
    } finally {
      this.#sharing -= 1;
      this.#wake();
    }
  }

  /** When all that has begun is over, and before anything else begins. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#isAlone) await this.#change();
    this.#isAlone = true;
    try {
      while (this.#sharing > 0) await this.#change();
      return await work();
    } finally {
      this.#isAlone = false;
      this.#wake();
    }
  }

  #change(): Promise<void> {
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

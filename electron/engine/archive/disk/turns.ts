/** Milliseconds of reading after which others get their turn. */
const slice = 20;

/** Gives what waits in this thread, such as a question of the window, its turn now and then. */
export class Turns {
  #since = performance.now();

  /** Whether it is time for {@link next}. */
  isDue(): boolean {
    return performance.now() - this.#since >= slice;
  }

  async next(): Promise<void> {
    await new Promise<void>(resolve => setImmediate(resolve));
    this.#since = performance.now();
  }
}

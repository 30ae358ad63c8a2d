/** Milliseconds of reading after which others get their turn. */
const slice = 20;

/** Gives what waits in this thread, such as a question of the window, its turn now and then. */
export class Turns {
  #since = performance.now();

  async next(): Promise<void> {
    if (performance.now() - this.#since < slice) return;
    await new Promise<void>(resolve => setImmediate(resolve));
    this.#since = performance.now();
  }
}

/** Tells whoever waits for something that it happened. */
export class Bell {
  readonly #listeners = new Set<() => void>();

  /** @returns ends it */
  hear(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ring(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

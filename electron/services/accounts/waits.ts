/** What is waited for in the name of a window, so that a person can put an end to it. */
export class Waits {
  readonly #running = new Map<string, AbortController>();

  /**
   * @param waitId the name that the window gave it; without one it cannot be cancelled
   * @param work ends when its signal says so
   */
  async during<Result>(
    waitId: string | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const stop = new AbortController();
    if (waitId === undefined) return work(stop.signal);
    this.cancel(waitId);
    this.#running.set(waitId, stop);
    try {
      return await work(stop.signal);
    } finally {
      if (this.#running.get(waitId) === stop) this.#running.delete(waitId);
    }
  }

  cancel(waitId: string): void {
    this.#running.get(waitId)?.abort();
  }

  cancelAll(): void {
    for (const stop of this.#running.values()) stop.abort();
  }
}

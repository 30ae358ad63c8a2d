/**
 * Pause and resume of one run, from outside. While it is paused nothing is asked and nothing is read:
 * the gate of every connection (see Session.useGate) is shut, and that silence does not count. A server
 * that hangs up in the meantime is connected to again.
 */
export class RunControl {
  #resumed: Promise<void> | undefined;
  #open: () => void = () => undefined;

  get isPaused(): boolean {
    return this.#resumed !== undefined;
  }

  pause(): void {
    this.#resumed ??= new Promise(resolve => {
      this.#open = resolve;
    });
  }

  resume(): void {
    this.#resumed = undefined;
    this.#open();
  }

  /** undefined while the run may go on; else a promise (never rejected) of that moment. */
  ready(): Promise<void> | undefined {
    return this.#resumed;
  }
}

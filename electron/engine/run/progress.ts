import type { RunEvent } from '../../../shared/model/run.ts';

/** About ten events a second are as many as anybody can see. */
const millisecondsBetween = 100;

/** Counts what is durable and tells it, throttled at the source. */
export class ProgressReporter {
  readonly #mailbox: string;
  readonly #toFetch: number;
  readonly #emit: (event: RunEvent) => void;
  #lastTold = 0;
  stored = 0;
  octets = 0;

  constructor(mailbox: string, toFetch: number, emit: (event: RunEvent) => void) {
    this.#mailbox = mailbox;
    this.#toFetch = toFetch;
    this.#emit = emit;
  }

  add(octets: number): void {
    this.stored += 1;
    this.octets += octets;
    const now = performance.now();
    if (now - this.#lastTold < millisecondsBetween) return;
    this.#lastTold = now;
    this.finish();
  }

  /** Tells the present figures whatever the time. */
  finish(): void {
    const { stored, octets } = this;
    this.#emit({
      event: 'progress',
      mailbox: this.#mailbox,
      stored,
      toFetch: this.#toFetch,
      octets,
    });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../electron/engine/live/clock.ts';

/** Milliseconds up to which a wait passes by itself, and how much faster. */
const short = 5_000;
const faster = 20;
/** In which time passes. */
const step = 5_000;

/** Short waits pass, twenty times faster; long ones only when the test says so. */
export class StepClock implements Clock {
  readonly #sleeping = new Set<{ readonly until: number; wake(): void }>();
  #ahead = 0;

  now(): number {
    return performance.now() + this.#ahead;
  }

  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (milliseconds <= short) {
      await sleep(milliseconds / faster, undefined, { signal });
      return;
    }
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sleeper = { until: this.now() + milliseconds, wake: resolve };
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#sleeping.add(sleeper);
    try {
      await promise;
    } finally {
      this.#sleeping.delete(sleeper);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Little by little, as time does. */
  async pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= step) {
      this.advance(Math.min(step, left));
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** At once, as for a process that slept. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
    for (const sleeper of [...this.#sleeping]) {
      if (sleeper.until <= this.now()) sleeper.wake();
    }
  }
}

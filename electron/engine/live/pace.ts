import type { Clock } from './clock.ts';
import { times } from './times.ts';

/** Rounds in a row that found nothing of what they were told of, and are nothing unusual. */
const usual = 2;

/** How soon a round may follow the last: a server that tells of mail which is not there keeps nobody busy. */
export class Pace {
  readonly #clock: Clock;
  #began = Number.NEGATIVE_INFINITY;
  #inVain = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws the reason of the signal where that comes first */
  async untilDue(signal: AbortSignal): Promise<void> {
    const doubled = times.betweenRounds * 2 ** Math.max(0, this.#inVain - usual);
    const gap = Math.min(times.mostBetweenRounds, doubled);
    const wait = Math.min(gap, this.#began + gap - this.#clock.now());
    if (wait > 0) await this.#clock.sleep(wait, signal);
    this.#began = this.#clock.now();
  }

  /** @param wasUrgent it was told of new messages */
  done(stored: number, wasUrgent: boolean): void {
    if (stored > 0) this.#inVain = 0;
    else if (wasUrgent) this.#inVain = Math.min(this.#inVain + 1, 20);
  }
}

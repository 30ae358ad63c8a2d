import type { RunEvent } from '../../../../shared/model/run.ts';
import type { Period } from '../../../../shared/model/verdict.ts';
import { covering } from './period.ts';

/** About ten events a second are as many as anybody can see. */
const millisecondsBetween = 100;

/** A large message while it arrives; bytes. */
export interface Arrival {
  readonly size: number;
  received: number;
}

export interface ProgressOptions {
  readonly mailbox: string;
  readonly toFetch: number;
  /** Bytes of these messages, where the server tells. */
  readonly bytesToFetch: number | undefined;
  emit(event: RunEvent): void;
}

/** Counts what is durable and what has arrived of large messages, and tells it, throttled at the source. */
export class ProgressReporter {
  readonly #options: ProgressOptions;
  readonly #arrivals = new Set<Arrival>();
  #lastTold = 0;
  #received = 0;
  #share = 0;
  stored = 0;
  bytes = 0;
  /** Arrival of what is stored, where the server told. */
  period: Period | undefined;

  constructor(options: ProgressOptions) {
    this.#options = options;
  }

  /**
   * A message of that many bytes is durable.
   * @param date of its arrival
   */
  add(bytes: number, date?: number): void {
    this.stored += 1;
    this.bytes += bytes;
    if (date !== undefined) this.period = covering(this.period, { oldest: date, newest: date });
    for (const arrival of this.#arrivals) {
      if (arrival.received !== bytes) continue;
      this.#arrivals.delete(arrival);
      break;
    }
    this.#tell();
  }

  /** A large message begins to arrive. */
  begin(size: number): Arrival {
    const arrival = { size, received: 0 };
    this.#arrivals.add(arrival);
    return arrival;
  }

  arrived(arrival: Arrival, bytes: number): void {
    arrival.received += bytes;
    this.#tell();
  }

  /** The rest of it does not come. */
  broke(arrival: Arrival): void {
    this.#arrivals.delete(arrival);
  }

  /** Tells the present figures whatever the time. */
  finish(): void {
    const { mailbox, toFetch, emit } = this.#options;
    const { stored, bytes } = this;
    this.#received = Math.max(this.#received, bytes + this.#sum(each => each.received));
    this.#share = Math.min(1, Math.max(this.#share, this.#shareNow()));
    const [received, share] = [this.#received, this.#share];
    emit({ event: 'progress', mailbox, stored, toFetch, storedBytes: bytes, received, share });
  }

  #tell(): void {
    const now = performance.now();
    if (now - this.#lastTold < millisecondsBetween) return;
    this.#lastTold = now;
    this.finish();
  }

  #shareNow(): number {
    const { toFetch, bytesToFetch } = this.#options;
    if (bytesToFetch === undefined || bytesToFetch === 0) {
      const parts = this.#sum(({ received, size }) => received / size);
      return (this.stored + parts) / Math.max(1, toFetch);
    }
    // The server may have told less than it sends.
    const expected = Math.max(bytesToFetch, this.bytes + this.#sum(({ size }) => size));
    return (this.bytes + this.#sum(({ received }) => received)) / expected;
  }

  #sum(of: (arrival: Arrival) => number): number {
    let sum = 0;
    for (const arrival of this.#arrivals) sum += of(arrival);
    return sum;
  }
}

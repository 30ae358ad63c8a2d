import type { Response } from '../protocol/response.ts';
import { limits } from '../wire/limits.ts';
import { endlessAnswer } from './connection-failure.ts';

/**
 * Bounds what a server can say while it owes an answer. Its silence is measured elsewhere; this is for one
 * that keeps talking and never gets anywhere.
 */
export class ProgressWatch {
  readonly #longest: number;
  #since = performance.now();
  #responses = 0;
  #bytes = 0;
  /** Largest sequence number of the answers to FETCH so far: what was told before is no progress. */
  #highest = 0;

  /** @param timeout milliseconds of silence that are allowed */
  constructor(timeout: number) {
    this.#longest = timeout * limits.silencesWithoutProgress;
  }

  /** Something was asked, answered, or waited for by ourselves: all counts begin again. */
  renew(): void {
    this.#responses = 0;
    this.#highest = 0;
    this.#moved();
  }

  /** @param isWithin a response has begun and goes on */
  received(bytes: number, isWithin: boolean): void {
    this.#bytes = isWithin ? this.#bytes + bytes : 0;
    if (this.#bytes >= limits.progressOctets) this.#moved();
  }

  /** @param isClaimed a command in flight took it for its own */
  heard(response: Response, isClaimed: boolean): void {
    this.#responses += 1;
    if (!isClaimed) return;
    if (response.kind === 'list' || response.kind === 'mailbox-status') this.#moved();
    if (response.kind !== 'fetch') return;
    if (response.sections.length > 0 || response.sequence > this.#highest) {
      this.#highest = Math.max(this.#highest, response.sequence);
      this.#moved();
    }
  }

  /** @throws MailstowError 'unknown-response' when it has gone on for too long */
  check(command: string): void {
    const isFlood = this.#responses > limits.responses;
    if (isFlood || performance.now() - this.#since > this.#longest) throw endlessAnswer(command);
  }

  #moved(): void {
    this.#since = performance.now();
    this.#bytes = 0;
  }
}

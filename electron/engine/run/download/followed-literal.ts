import type { LiteralSink } from '../../wire/frame.ts';
import type { Arrival, ProgressReporter } from './progress.ts';

/** A sink whose progress is told: one large message may take longer than a thousand others. */
export class FollowedLiteral implements LiteralSink {
  readonly #target: LiteralSink;
  readonly #progress: ProgressReporter;
  readonly #arrival: Arrival;

  constructor(target: LiteralSink, progress: ProgressReporter, size: number) {
    this.#target = target;
    this.#progress = progress;
    this.#arrival = progress.begin(size);
  }

  write(chunk: Buffer): void {
    this.#target.write(chunk);
    this.#progress.arrived(this.#arrival, chunk.length);
  }

  end(): void {
    this.#target.end();
  }

  abort(): void {
    this.#progress.broke(this.#arrival);
    this.#target.abort();
  }
}

import type { ProgressWatch } from './progress-watch.ts';
import type { Deadline } from './transport/deadline.ts';
import type { Transport } from './transport/transport.ts';

/** Holds the reading back while there is no room for what is read. */
export interface Gate {
  /** undefined: there is room; a promise: there will be when it resolves. */
  ready(): Promise<void> | undefined;
}

export interface HeldReadingOptions {
  readonly transport: Pick<Transport, 'pause' | 'resume'>;
  /** Of the silence while an answer is owed. */
  readonly deadline: Deadline;
  readonly watch: ProgressWatch;
  /** Whether the server owes an answer. */
  isOwed(): boolean;
  /** The gate's promise was rejected. */
  failed(cause: unknown): void;
}

/** Stops reading while a gate is shut. The silence meanwhile is ours, so it is not measured. */
export class HeldReading {
  readonly #options: HeldReadingOptions;
  #gate: Gate | undefined;
  #held: Promise<void> | undefined;
  #isOver = false;

  constructor(options: HeldReadingOptions) {
    this.#options = options;
  }

  /** A new gate, or none, also lets go of what the former one held. */
  useGate(gate: Gate | undefined): void {
    this.#gate = gate;
    if (this.#held) this.#letGo();
  }

  /** Stops reading where the gate is shut. @returns whether it is */
  holdWhereShut(): boolean {
    const room = this.#gate?.ready();
    if (room) this.#hold(room);
    return room !== undefined;
  }

  /** An answer is owed from here on. */
  measure(): void {
    const { deadline, watch } = this.#options;
    watch.renew();
    if (!this.#held) deadline.start();
  }

  /** The connection is gone: nothing is held any more. */
  end(): void {
    this.#isOver = true;
    this.#held = undefined;
  }

  #hold(room: Promise<void>): void {
    if (this.#isOver) return;
    const { transport, deadline, failed } = this.#options;
    this.#held = room;
    transport.pause();
    deadline.stop();
    room.then(
      () => {
        if (this.#held === room) this.#letGo();
      },
      error => {
        if (this.#held === room) failed(error);
      },
    );
  }

  #letGo(): void {
    const { transport, deadline, watch, isOwed } = this.#options;
    this.#held = undefined;
    watch.renew();
    if (isOwed()) deadline.start();
    transport.resume();
  }
}

/** Breaks after which a message is given up: the connection has then been made again for it three times. */
const breaksAllowed = 3;

/**
 * Messages found at fault in a row without one received: beyond that it is the server that fails, and
 * not these messages.
 */
const findingsInARow = 10;

export interface Finding {
  /** The message is not to be tried again in this run. */
  readonly giveUp: boolean;
  /** The break told something new, so that the next one is the first in a row again. */
  readonly isProgress: boolean;
}

/**
 * Tells the messages that break the connection from a connection that breaks. A message can only be at
 * fault where the connection works for others, or where an earlier run found it so.
 */
export class Suspects {
  readonly #known: ReadonlySet<number>;
  readonly #breaks = new Map<number, number>();
  #connectionWorks: boolean;
  #findings = 0;

  /**
   * @param known UIDs that an earlier run gave up
   * @param connectionWorks something has been received in this run already
   */
  constructor(known: Iterable<number>, connectionWorks: boolean) {
    this.#known = new Set(known);
    this.#connectionWorks = connectionWorks;
  }

  /** A message was received whole. */
  received(): void {
    this.#connectionWorks = true;
    this.#findings = 0;
  }

  /**
   * The connection broke at this message.
   * @param isCertain within its bytes; else it may have been between two messages
   */
  broke(uid: number, isCertain: boolean): Finding {
    const breaks = (this.#breaks.get(uid) ?? 0) + 1;
    this.#breaks.set(uid, breaks);
    const isCredible = this.#connectionWorks || this.#known.has(uid);
    const giveUp = breaks >= breaksAllowed && (isCertain || isCredible);
    if (!isCredible || (breaks > 1 && !giveUp)) return { giveUp, isProgress: false };
    return { giveUp, isProgress: this.found() };
  }

  /**
   * A message is known to be at fault.
   * @returns whether that is progress, as {@link Finding.isProgress}
   */
  found(): boolean {
    this.#findings += 1;
    return this.#findings <= findingsInARow;
  }
}

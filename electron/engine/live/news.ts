import { Bell } from './bell.ts';
import type { Clock } from './clock.ts';
import { times } from './times.ts';

/** What is heard of mailboxes after a round, until it is time for the next. */
export class News {
  /** Keys of mailboxes in which something changed. */
  readonly keys: Set<string>;
  /** Rings when a round is due. */
  readonly due = new Bell();
  readonly #clock: Clock;
  readonly #over = new AbortController();
  #isWhole = false;
  #isUrgent = false;
  #isWaiting = false;
  #isDue = false;

  /** @param left what was heard of before, and not looked at */
  constructor(clock: Clock, left: ReadonlySet<string> = new Set()) {
    this.#clock = clock;
    this.keys = new Set(left);
  }

  /** Nothing that is known of any mailbox counts any more. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** New messages, or more than that: a round is due in a moment. */
  get isUrgent(): boolean {
    return this.#isUrgent;
  }

  get isDue(): boolean {
    return this.#isDue;
  }

  /** New messages. */
  arrived(key: string): void {
    this.keys.add(key);
    this.hurry();
  }

  /** Flags, or messages that are gone. */
  changed(key: string): void {
    this.keys.add(key);
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#after(times.unhurried, () => this.#ring());
  }

  /** Mailboxes came or went, or the server could not tell everything. */
  whole(): void {
    this.#isWhole = true;
    this.hurry();
  }

  wholeAfter(milliseconds: number): void {
    this.#after(milliseconds, () => this.whole());
  }

  hurry(): void {
    if (this.#isUrgent) return;
    this.#isUrgent = true;
    this.#after(times.settle, () => this.#ring());
  }

  /** Nothing is waited for any more. */
  close(): void {
    this.#over.abort();
  }

  #after(milliseconds: number, act: () => void): void {
    this.#clock.sleep(milliseconds, this.#over.signal).then(act, () => undefined);
  }

  #ring(): void {
    this.#isDue = true;
    this.due.ring();
  }
}

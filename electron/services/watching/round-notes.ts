import type { Account, Stock } from '../../../shared/contract.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';

type LastRun = NonNullable<Account['lastRun']>;

/** What rounds came to, written down one after the other; of those that ended in the meantime only the last. */
export class RoundNotes {
  readonly #stock: () => Promise<Stock>;
  readonly #note: (lastRun: LastRun) => Promise<void>;
  #next: LastRun | undefined;
  #isWriting = false;

  /**
   * @param stock what the archive holds by now: counted first, so that it is never missing in between
   * @param note keeps it
   */
  constructor(stock: () => Promise<Stock>, note: (lastRun: LastRun) => Promise<void>) {
    this.#stock = stock;
    this.#note = note;
  }

  add(verdict: Verdict): void {
    const { state, archived: messages } = verdict;
    this.#next = { finishedAt: Date.now(), complete: state === 'complete', messages, verdict };
    if (!this.#isWriting) void this.#write();
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#next !== undefined) {
      const lastRun = this.#next;
      this.#next = undefined;
      const stock = await this.#stock().catch(() => undefined);
      // The next round says it again.
      await this.#note({ ...lastRun, ...(stock && { stock }) }).catch(() => undefined);
    }
    this.#isWriting = false;
  }
}

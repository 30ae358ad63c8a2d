import type { SavedAccount } from './profiles.ts';

/** Milliseconds in which a removal can be taken back: longer than the window offers it. */
const kept = 60_000;

interface Removed {
  readonly account: SavedAccount;
  /** Its place among the others. */
  readonly at: number;
  readonly password: string | undefined;
  readonly timer: NodeJS.Timeout;
}

/** Accounts that were just removed, with their passwords: in memory alone, and for a short time. */
export class RemovedAccounts {
  readonly #removed = new Map<string, Removed>();

  keep(account: SavedAccount, at: number, password: string | undefined): void {
    const timer = setTimeout(() => this.#removed.delete(account.id), kept).unref();
    this.#removed.set(account.id, { account, at, password, timer });
  }

  /** @returns undefined where the time has passed; it is no longer kept either way */
  take(accountId: string): Omit<Removed, 'timer'> | undefined {
    const removed = this.#removed.get(accountId);
    clearTimeout(removed?.timer);
    this.#removed.delete(accountId);
    return removed;
  }

  forgetAll(): void {
    for (const accountId of [...this.#removed.keys()]) this.take(accountId);
  }
}

import type { Secret } from '../sign-in/grant.ts';
import type { SavedAccount } from './profiles.ts';

/** Milliseconds in which a removal can be taken back: longer than the window offers it. */
const kept = 60_000;

interface Removed {
  readonly account: SavedAccount;
  /** Its place among the others. */
  readonly at: number;
  readonly secret: Secret | undefined;
  readonly timer: NodeJS.Timeout;
}

/** Accounts that were just removed, with their secrets: in memory alone, and for a short time. */
export class RemovedAccounts {
  readonly #removed = new Map<string, Removed>();
  readonly #onGone: (secret: Secret) => void;

  /** @param onGone told the secret of one that cannot come back any more */
  constructor(onGone: (secret: Secret) => void) {
    this.#onGone = onGone;
  }

  keep(account: SavedAccount, at: number, secret: Secret | undefined): void {
    const timer = setTimeout(() => this.#forget(account.id), kept).unref();
    this.#removed.set(account.id, { account, at, secret, timer });
  }

  /** @returns undefined where the time has passed; it is no longer kept either way */
  take(accountId: string): Omit<Removed, 'timer'> | undefined {
    const removed = this.#removed.get(accountId);
    clearTimeout(removed?.timer);
    this.#removed.delete(accountId);
    return removed;
  }

  forgetAll(): void {
    for (const accountId of [...this.#removed.keys()]) this.#forget(accountId);
  }

  #forget(accountId: string): void {
    const { secret } = this.take(accountId) ?? {};
    if (secret !== undefined) this.#onGone(secret);
  }
}

import type { Vault } from './vault.ts';

/** The passwords of the accounts: those typed since the start, and those the vault keeps. */
export class Passwords {
  readonly #vault: Vault;
  readonly #typed = new Map<string, string>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** @param remember beyond the end of the process, where the vault can */
  async keep(accountId: string, password: string, remember: boolean): Promise<void> {
    this.#typed.set(accountId, password);
    if (remember && (await this.#vault.keeps())) await this.#vault.write(accountId, password);
    else await this.#vault.remove(accountId);
  }

  async has(accountId: string): Promise<boolean> {
    return this.#typed.has(accountId) || (await this.#vault.has(accountId));
  }

  async find(accountId: string): Promise<string | undefined> {
    return this.#typed.get(accountId) ?? (await this.#vault.read(accountId));
  }

  async forget(accountId: string): Promise<void> {
    this.#typed.delete(accountId);
    await this.#vault.remove(accountId);
  }
}

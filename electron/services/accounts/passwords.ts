import { readSecret, type Secret, secretText } from '../sign-in/grant.ts';
import type { Vault } from './vault.ts';

/**
 * The secrets of the accounts, passwords and grants: those that came since the start, and those the vault keeps. A
 * grant that the vault keeps is read there each time, because another process may have renewed it.
 */
export class Passwords {
  readonly #vault: Vault;
  readonly #inMemory = new Map<string, Secret>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** @param remember beyond the end of the process, where the vault can */
  async keep(accountId: string, secret: Secret, remember: boolean): Promise<void> {
    this.#inMemory.set(accountId, secret);
    if (!remember || !(await this.#vault.keeps())) {
      await this.#vault.remove(accountId);
      return;
    }
    await this.#vault.write(accountId, secretText(secret));
    if (typeof secret !== 'string') this.#inMemory.delete(accountId);
  }

  /** A grant that was renewed, where the former is kept. */
  async replace(accountId: string, secret: Secret): Promise<void> {
    await this.keep(accountId, secret, await this.#vault.has(accountId));
  }

  async has(accountId: string): Promise<boolean> {
    return this.#inMemory.has(accountId) || (await this.#vault.has(accountId));
  }

  /** @returns undefined where there is none, or none that can be read now */
  async find(accountId: string): Promise<Secret | undefined> {
    const known = this.#inMemory.get(accountId);
    if (known !== undefined) return known;
    const text = await this.#vault.read(accountId);
    return text === undefined ? undefined : readSecret(text);
  }

  /** Whether there is one that can't be read now, such as in a keychain that is locked. */
  async isLocked(accountId: string): Promise<boolean> {
    if (this.#inMemory.has(accountId) || !(await this.#vault.has(accountId))) return false;
    return (await this.#vault.read(accountId)) === undefined;
  }

  async forget(accountId: string): Promise<void> {
    this.#inMemory.delete(accountId);
    await this.#vault.remove(accountId);
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { MailstowError } from '../../engine/errors.ts';
import type { Vault } from '../../services/accounts/vault.ts';
import type { KeyStore } from '../../services/vault/keyring.ts';
import { keyBytes } from '../../services/vault/sealed-text.ts';
import { SealedVault } from './sealed-vault.ts';

/** What the key of these data is called in the keyring. @param userData folder of the person's data */
export function keyNameOf(userData: string): string {
  const digest = createHash('sha256').update(userData).digest('hex');
  return `browser mode ${digest.slice(0, 16)}`;
}

/**
 * Secrets sealed with a key that the keyring of whoever runs the server keeps; for a server without a password of its own.
 * Where there is no keyring, or it does not open, nothing is kept.
 */
export class KeyringVault implements Vault {
  readonly #sealed: SealedVault;
  readonly #store: KeyStore;
  /** Asked for once: a system that asks the person must not do so again and again. */
  #opened: Promise<boolean> | undefined;

  /** @param userData folder of the person's data */
  constructor(userData: string, store: KeyStore) {
    this.#sealed = new SealedVault(userData);
    this.#store = store;
  }

  keeps(): Promise<boolean> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async has(accountId: string): Promise<boolean> {
    return (await this.keeps()) && this.#sealed.has(accountId);
  }

  async read(accountId: string): Promise<string | undefined> {
    return (await this.keeps()) ? this.#sealed.read(accountId) : undefined;
  }

  async write(accountId: string, secret: string): Promise<void> {
    if (await this.keeps()) await this.#sealed.write(accountId, secret);
  }

  remove(accountId: string): Promise<void> {
    return this.#sealed.remove(accountId);
  }

  async #open(): Promise<boolean> {
    try {
      this.#sealed.unlock((await this.#store.read()) ?? (await this.#made()));
      return true;
    } catch (error) {
      if (error instanceof MailstowError) return false;
      throw error;
    }
  }

  async #made(): Promise<Buffer> {
    const key = randomBytes(keyBytes);
    await this.#store.write(key);
    return key;
  }
}

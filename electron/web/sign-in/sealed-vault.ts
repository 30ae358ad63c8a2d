import * as z from 'zod';
import type { Vault } from '../../services/accounts/vault.ts';
import { JsonFile } from '../../services/json-file.ts';
import { type SealedText, seal, sealedText, unseal } from '../../services/vault/sealed-text.ts';

const sealed = z.record(z.string(), sealedText);

/** Secrets in a file, sealed with a key that is kept elsewhere, for the account alone. Locked until it has the key. */
export class SealedVault implements Vault {
  readonly #file: JsonFile<Record<string, SealedText>>;
  #key: Buffer | undefined;

  /** @param userData folder of the person's data */
  constructor(userData: string) {
    this.#file = new JsonFile({
      folder: userData,
      name: 'web-passwords.json',
      what: 'passwords',
      empty: {},
      parse: content => sealed.parse(content),
      migrations: [],
      isShared: true,
    });
  }

  async keeps(): Promise<boolean> {
    return this.#key !== undefined;
  }

  unlock(key: Buffer): void {
    this.#key = key;
  }

  async has(accountId: string): Promise<boolean> {
    return (await this.read(accountId)) !== undefined;
  }

  async read(accountId: string): Promise<string | undefined> {
    const kept = this.#file.read()[accountId];
    if (this.#key === undefined || kept === undefined) return undefined;
    // Of an earlier key, or altered: as good as not there.
    return unseal(this.#key, accountId, kept);
  }

  async write(accountId: string, password: string): Promise<void> {
    if (this.#key === undefined) return;
    this.#file.write({
      ...this.#file.read(),
      [accountId]: seal(this.#key, accountId, password),
    });
  }

  async remove(accountId: string): Promise<void> {
    const { [accountId]: removed, ...others } = this.#file.read();
    if (removed !== undefined) this.#file.write(others);
  }
}

import { safeStorage } from 'electron';
import * as z from 'zod';
import { MailstowError } from '../engine/errors.ts';
import type { Vault } from '../services/accounts/vault.ts';
import { JsonFile } from '../services/json-file.ts';
import { reportError } from './report-error.ts';

/** Base64 of what the system encrypted, by account. */
const passwords = z.record(z.string(), z.string());

/** With what Chromium marks, on Linux, a text that was encrypted under a key everybody knows. */
const fixedKey = 'v10';

/** Passwords in a file of the person's data, encrypted by the system's own keychain or not at all. */
export class DesktopVault implements Vault {
  readonly #file: JsonFile<Record<string, string>>;
  readonly #platform: NodeJS.Platform;

  /** @param userData folder of the person's data */
  constructor(userData: string, platform: NodeJS.Platform) {
    this.#platform = platform;
    this.#file = new JsonFile({
      folder: userData,
      name: 'passwords.json',
      what: 'passwords',
      empty: {},
      parse: content => passwords.parse(content),
      migrations: [],
      isShared: true,
    });
  }

  async keeps(): Promise<boolean> {
    try {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      if (this.#platform !== 'linux') return true;
      // The name is guessed from the desktop; only a ciphertext tells which key was taken.
      if (safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
      return !isUnderFixedKey(await safeStorage.encryptStringAsync('probe'));
    } catch {
      return false;
    }
  }

  async has(accountId: string): Promise<boolean> {
    return Object.hasOwn(this.#file.read(), accountId);
  }

  /** A keychain that is locked now may be open later: what is stored stays. */
  async read(accountId: string): Promise<string | undefined> {
    const stored = this.#stored(accountId);
    if (stored === undefined) return undefined;
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(stored);
      if (shouldReEncrypt) await this.#renew(accountId, result);
      // What decrypts to nothing was never a password.
      return result === '' ? undefined : result;
    } catch {
      return undefined;
    }
  }

  /** @throws MailstowError where the system does not take it */
  async write(accountId: string, password: string): Promise<void> {
    let encrypted: Buffer;
    try {
      encrypted = await safeStorage.encryptStringAsync(password);
    } catch (cause) {
      throw notTaken(cause);
    }
    if (this.#platform === 'linux' && isUnderFixedKey(encrypted)) throw notTaken();
    this.#file.write({ ...this.#file.read(), [accountId]: encrypted.toString('base64') });
  }

  async remove(accountId: string): Promise<void> {
    const { [accountId]: removed, ...others } = this.#file.read();
    if (removed !== undefined) this.#file.write(others);
  }

  #stored(accountId: string): Buffer | undefined {
    const passwords = this.#file.read();
    const text = Object.hasOwn(passwords, accountId) ? passwords[accountId] : undefined;
    return text === undefined ? undefined : Buffer.from(text, 'base64');
  }

  /** The old text can still be read, so a failure costs nothing. */
  async #renew(accountId: string, password: string): Promise<void> {
    try {
      await this.write(accountId, password);
    } catch (error) {
      reportError(error);
    }
  }
}

function isUnderFixedKey(encrypted: Buffer): boolean {
  return encrypted.subarray(0, fixedKey.length).toString('latin1') === fixedKey;
}

function notTaken(cause?: unknown): MailstowError {
  return new MailstowError('password-store-refused', { cause });
}

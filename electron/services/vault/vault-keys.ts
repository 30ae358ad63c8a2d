import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { MailstowError } from '../../engine/errors.ts';
import { type KeyStore, keyringKey } from './keyring.ts';
import { keyOfPassword, saltBytes } from './password-key.ts';
import { keyBytes, seal, sealedText, unseal } from './sealed-text.ts';
import { createVaultFile, readVaultFile, writeVaultFile } from './vault-file.ts';

const ways = z
  .object({
    /** Tells the keys of several vaults in one keyring apart. */
    id: z.string().regex(/^[0-9a-f]{16}$/),
    keyring: z.boolean(),
    password: z.object({ salt: z.base64(), key: sealedText }).optional(),
  })
  .refine(({ keyring, password }) => keyring || password !== undefined);
type Ways = z.infer<typeof ways>;

export interface WantedWays {
  readonly keyring: boolean;
  readonly password: string | undefined;
}

/** By what the key of a vault can be had. */
export interface KeyWays {
  readonly keyring: boolean;
  readonly password: boolean;
}

/**
 * The one key that everything in a vault is sealed with. The system's keyring keeps it, or it lies in a file sealed with a
 * key of a password, or both: at the desk the keyring opens, in scheduled runs the password.
 */
export class VaultKeys {
  readonly #folder: string;
  readonly #path: string;
  readonly #keyStore: (id: string) => KeyStore;

  /** @param folder of the vault, absolute */
  constructor(folder: string, keyStore = (id: string) => keyringKey(`saved sign-ins ${id}`)) {
    this.#folder = folder;
    this.#path = join(folder, 'keys.json');
    this.#keyStore = keyStore;
  }

  /** @returns undefined where there is no key yet @throws MailstowError as {@link readVaultFile} */
  get ways(): KeyWays | undefined {
    const { keyring, password } = this.#read() ?? {};
    return keyring === undefined ? undefined : { keyring, password: password !== undefined };
  }

  /** @throws MailstowError 'keyring-locked', 'keyring-not-here', 'keyring-without-key' */
  async fromKeyring(): Promise<Buffer> {
    const { id } = this.#existing();
    const key = await this.#keyStore(id).read();
    if (key === undefined) throw new MailstowError('keyring-without-key');
    return key;
  }

  /** @throws MailstowError 'vault-password-wrong', 'vault-without-password' */
  async fromPassword(password: string): Promise<Buffer> {
    const { id, password: way } = this.#existing();
    if (way === undefined) throw new MailstowError('vault-without-password');
    const outer = await keyOfPassword(password, Buffer.from(way.salt, 'base64'), keyBytes);
    const key = Buffer.from(unseal(outer, id, way.key) ?? '', 'base64');
    if (key.length === keyBytes) return key;
    throw new MailstowError('vault-password-wrong', { args: { folder: this.#folder } });
  }

  /**
   * The first key of a vault.
   * @param by the ways to it that are wanted, at least one
   * @returns undefined if another process made one first
   * @throws MailstowError 'keyring-locked', 'keyring-not-here': then nothing was made
   */
  async make(by: WantedWays): Promise<Buffer | undefined> {
    const { key, ways } = await this.#made(by);
    if (createVaultFile(this.#path, ways)) return key;
    if (ways.keyring) await this.#keyStore(ways.id).remove();
    return undefined;
  }

  /** A new key in the place of one that nothing opens any more. @throws as {@link make} */
  async renew(by: WantedWays): Promise<Buffer> {
    const { key, ways } = await this.#made(by);
    this.#write(ways);
    return key;
  }

  async #made(by: WantedWays): Promise<{ key: Buffer; ways: Ways }> {
    const id = randomBytes(8).toString('hex');
    const key = randomBytes(keyBytes);
    if (by.keyring) await this.#keyStore(id).write(key);
    const password = by.password === undefined ? undefined : await sealed(key, id, by.password);
    return { key, ways: { id, keyring: by.keyring, ...(password && { password }) } };
  }

  /** The key can be had by this password too, from now on. */
  async addPassword(key: Buffer, password: string): Promise<void> {
    const before = this.#existing();
    this.#write({ ...before, password: await sealed(key, before.id, password) });
  }

  /** Nothing is sealed with it any more. @throws MailstowError as {@link KeyStore.remove}: then it is still there */
  async remove(): Promise<void> {
    const { id, keyring } = this.#existing();
    if (keyring) await this.#keyStore(id).remove();
    rmSync(this.#path);
  }

  #read(): Ways | undefined {
    return readVaultFile(this.#path, ways);
  }

  #existing(): Ways {
    const found = this.#read();
    if (found === undefined) throw new Error('The vault has no key yet.');
    return found;
  }

  #write(content: Ways): void {
    writeVaultFile(this.#path, content);
  }
}

async function sealed(key: Buffer, id: string, password: string) {
  const salt = randomBytes(saltBytes);
  const outer = await keyOfPassword(password, salt, keyBytes);
  return { salt: salt.toString('base64'), key: seal(outer, id, key.toString('base64')) };
}

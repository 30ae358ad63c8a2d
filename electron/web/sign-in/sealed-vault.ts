import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Vault } from '../../services/accounts/vault.ts';
import { JsonFile } from '../../services/json-file.ts';

const sealed = z.record(
  z.string(),
  z.object({ nonce: z.base64(), tag: z.base64(), text: z.base64() }),
);
type Sealed = z.infer<typeof sealed>;

/**
 * Passwords in a file, encrypted with a key that only the server's password gives; AES-256-GCM, with the
 * account as additional data. Locked until somebody signs in.
 */
export class SealedVault implements Vault {
  readonly #file: JsonFile<Sealed>;
  #key: Buffer | undefined;

  /** @param userData folder of the person's data */
  constructor(userData: string) {
    this.#file = new JsonFile<Sealed>({
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
    const [nonce, tag, text] = [kept.nonce, kept.tag, kept.text].map(each =>
      Buffer.from(each, 'base64'),
    ) as [Buffer, Buffer, Buffer];
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: 16 });
      decipher.setAAD(Buffer.from(accountId)).setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    } catch {
      // Of an earlier server password, or altered: as good as not there.
      return undefined;
    }
  }

  async write(accountId: string, password: string): Promise<void> {
    if (this.#key === undefined) return;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(accountId));
    const text = Buffer.concat([cipher.update(password, 'utf8'), cipher.final()]);
    const [tag, base64] = [cipher.getAuthTag(), 'base64'] as const;
    this.#file.write({
      ...this.#file.read(),
      [accountId]: {
        nonce: nonce.toString(base64),
        tag: tag.toString(base64),
        text: text.toString(base64),
      },
    });
  }

  async remove(accountId: string): Promise<void> {
    const { [accountId]: removed, ...others } = this.#file.read();
    if (removed !== undefined) this.#file.write(others);
  }
}

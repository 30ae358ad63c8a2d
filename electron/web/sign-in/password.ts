import { randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { JsonFile } from '../../services/json-file.ts';
import { keyOfPassword, saltBytes } from '../../services/vault/password-key.ts';

/** Bytes of what scrypt makes: half is kept to know the password by, half is the key and never kept. */
const half = 32;

const stored = z.object({ salt: z.base64(), hash: z.base64() });

/** The password that the person set for this server; only what scrypt makes of it is kept. */
export class ServerPassword {
  readonly #file: JsonFile<z.infer<typeof stored> | undefined>;

  /** @param userData folder of the person's data */
  constructor(userData: string) {
    this.#file = new JsonFile({
      folder: userData,
      name: 'web-password.json',
      what: 'server-password',
      empty: undefined,
      parse: content => stored.parse(content),
      migrations: [],
    });
  }

  get isSet(): boolean {
    return this.#file.read() !== undefined;
  }

  async set(password: string): Promise<void> {
    const salt = randomBytes(saltBytes);
    const { hash } = await derive(password, salt);
    this.#file.write({ salt: salt.toString('base64'), hash: hash.toString('base64') });
  }

  /** @returns the key of what is kept under this password; undefined for a wrong one */
  async unlock(password: string): Promise<Buffer | undefined> {
    const kept = this.#file.read();
    if (kept === undefined) return undefined;
    const { hash, key } = await derive(password, Buffer.from(kept.salt, 'base64'));
    return timingSafeEqual(hash, Buffer.from(kept.hash, 'base64')) ? key : undefined;
  }
}

async function derive(password: string, salt: Buffer): Promise<{ hash: Buffer; key: Buffer }> {
  const made = await keyOfPassword(password, salt, 2 * half);
  return { hash: made.subarray(0, half), key: made.subarray(half) };
}

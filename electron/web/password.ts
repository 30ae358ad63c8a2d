import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { JsonFile } from '../services/json-file.ts';

/** OWASP's cheat sheet on password storage: N = 2^17, r = 8, p = 1. 128 MB and about half a second a try. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const stored = z.object({ salt: z.base64(), hash: z.base64(), vaultSalt: z.base64() });

/** The password that the person set for this server; only what scrypt makes of it is kept. */
export class ServerPassword {
  readonly #file: JsonFile<z.infer<typeof stored> | undefined>;

  /** @param userData folder of the person's data */
  constructor(userData: string) {
    this.#file = new JsonFile({
      folder: userData,
      name: 'web-password.json',
      what: 'the password of this server',
      empty: undefined,
      parse: content => stored.parse(content),
      migrations: [],
    });
  }

  get isSet(): boolean {
    return this.#file.read() !== undefined;
  }

  async set(password: string): Promise<void> {
    const [salt, vaultSalt] = [randomBytes(16), randomBytes(16)];
    this.#file.write({
      salt: salt.toString('base64'),
      hash: (await derive(password, salt)).toString('base64'),
      vaultSalt: vaultSalt.toString('base64'),
    });
  }

  /** @returns the key of what is kept under this password; undefined for a wrong one */
  async unlock(password: string): Promise<Buffer | undefined> {
    const kept = this.#file.read();
    if (kept === undefined) return undefined;
    const hash = await derive(password, Buffer.from(kept.salt, 'base64'));
    if (!timingSafeEqual(hash, Buffer.from(kept.hash, 'base64'))) return undefined;
    return derive(password, Buffer.from(kept.vaultSalt, 'base64'));
  }
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize(), salt, 32, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

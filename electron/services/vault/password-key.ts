import { scrypt } from 'node:crypto';

/** OWASP's cheat sheet on password storage: N = 2^17, r = 8, p = 1. 128 MB and about half a second a try. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** Bytes. */
export const saltBytes = 16;

/** What scrypt makes of a password. @param bytes how much of it */
export function keyOfPassword(password: string, salt: Buffer, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize(), salt, bytes, cost, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
}

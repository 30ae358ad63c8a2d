import { createHash } from 'node:crypto';

/** RFC 1939 section 7: what a greeting must have, so that the digest is another one each time. */
const timestamp = /<[!-;=?-~]{1,255}@[!-;=?-~]{1,255}>/;

/** @returns undefined where the greeting has none */
export function timestampIn(greeting: string): string | undefined {
  return timestamp.exec(greeting)?.[0];
}

/** @returns hex */
export function apopDigest(stamp: string, password: string): string {
  return createHash('md5').update(stamp).update(password).digest('hex');
}

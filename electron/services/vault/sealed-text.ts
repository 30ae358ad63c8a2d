import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** Bytes of the keys that texts are sealed with. */
export const keyBytes = 32;

/** Bytes; as NIST SP 800-38D recommends them for GCM. */
const nonceBytes = 12;
const authTagLength = 16;
const algorithm = 'aes-256-gcm';

/** A text that only its key opens. */
export const sealedText = z.object({ nonce: z.base64(), tag: z.base64(), text: z.base64() });
export type SealedText = z.infer<typeof sealedText>;

/**
 * AES-256-GCM under a nonce of its own.
 * @param of what the text belongs to: it opens for nothing else (additional data)
 */
export function seal(key: Buffer, of: string, text: string): SealedText {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength });
  cipher.setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: sealed.toString('base64'),
  };
}

/** @returns undefined for another key, for what belongs to something else, and for what was altered */
export function unseal(key: Buffer, of: string, sealed: SealedText): string | undefined {
  const [nonce, tag, text] = [sealed.nonce, sealed.tag, sealed.text].map(each =>
    Buffer.from(each, 'base64'),
  ) as [Buffer, Buffer, Buffer];
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength });
    decipher.setAAD(Buffer.from(of)).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

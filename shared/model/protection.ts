import * as z from 'zod';
import { count, text, time } from './bounds.ts';

/** Whether anybody that this computer trusts vouches for whom a certificate names. */
const trust = z.enum([
  'known',
  /** Somebody does whom this computer does not know. */
  'unknown',
  /** They vouch for themselves. */
  'self-made',
  'not-valid-then',
  'not-for-mail',
]);
export type Trust = z.infer<typeof trust>;

const certificate = z.object({
  /** As the certificate says it; '' where it says none. */
  name: text,
  addresses: z.array(text).max(20),
  issuer: text,
  /** Hexadecimal. */
  serial: text,
  validFrom: time,
  validTo: time,
  trust,
});

const signature = z.object({
  kind: z.enum(['smime', 'openpgp']),
  /** `part`: the message shows more than what was signed. */
  covers: z.enum(['whole', 'part']),
  state: z.enum(['holds', 'broken', 'unchecked']),
  /** Why it does not hold, or could not be checked. */
  reason: z
    .enum([
      'altered',
      'not-theirs',
      'no-certificate',
      'unknown-method',
      'unreadable',
      'too-large',
      'openpgp',
    ])
    .optional(),
  signer: certificate.optional(),
  /** An address of the certificate is the one in From. */
  isSender: z.boolean(),
  /** As the signer says. */
  signedAt: time.optional(),
  /** Such as `SHA256, RSA 2048`. */
  method: text,
  /** By a method that is no longer thought safe. */
  isWeak: z.boolean(),
  /** Of OpenPGP, hexadecimal. */
  keyIds: z.array(text).max(20),
});
export type Signature = z.infer<typeof signature>;

/** What opens an encrypted message. */
const neededKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('certificate'), issuer: text, serial: text }),
  /** `hidden`: the message does not say whose. */
  z.object({ kind: z.literal('key'), id: text, isHidden: z.boolean() }),
  z.object({ kind: z.literal('password') }),
]);
export type NeededKey = z.infer<typeof neededKey>;

const encryption = z.object({
  kind: z.enum(['smime', 'openpgp']),
  covers: z.enum(['whole', 'part']),
  /** The first of them; none where the message cannot be read so far. */
  keys: z.array(neededKey).max(20),
  /** All of them. */
  total: count,
});
export type Encryption = z.infer<typeof encryption>;

/** How a message is signed and encrypted; what is within what cannot be opened is not known. */
export const protection = z.object({
  signatures: z.array(signature).max(20),
  encryptions: z.array(encryption).max(20),
});
export type Protection = z.infer<typeof protection>;

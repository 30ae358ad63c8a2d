import * as z from 'zod';
import { count, name, path, text, time } from './bounds.ts';
import { signInWays } from './sign-in-ways.ts';

/** How the connection is protected: not at all, upgraded by STARTTLS, or TLS from the first byte. */
const security = z.enum(['tls', 'starttls', 'none']);
export type Security = z.infer<typeof security>;

/** By what mail is fetched. */
export const mailProtocols = ['imap', 'pop3'] as const;
export type MailProtocol = (typeof mailProtocols)[number];

/** Where an account's mail is and how it is reached; holds no secret. */
export const server = z.object({
  /** Absent: IMAP. */
  protocol: z.enum(mailProtocols).optional(),
  /** Name, IPv4 or IPv6 address (without brackets). */
  host: name,
  port: z.int().min(1).max(65_535),
  security,
  /** PEM file whose certificates are trusted. */
  certificateFile: path.optional(),
  /** Folder of trusted certificates, hashed (`1a2b3c4d.0`) or plain (`.pem`, `.crt`, `.cer`), bundles too. */
  certificateFolder: path.optional(),
  /** SHA-256 of the one certificate that is trusted for this account, in lower-case hex, whatever else is wrong with it. */
  trustedCertificate: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The one way to sign in; absent: the strongest that the server offers, and the next where it fails. */
  signIn: z.enum(signInWays).optional(),
  /** Whether the server is asked to compress what it sends (IMAP); absent: where it is in another network. */
  compression: z.enum(['on', 'off']).optional(),
  /** Milliseconds of silence after which an owed answer counts as missing; absent: the default. */
  timeout: count.optional(),
  /** Milliseconds for name lookup, TCP and TLS together; absent: the default. */
  connectTimeout: count.optional(),
});
export type Server = z.infer<typeof server>;

/** Where a password goes to. */
interface Access {
  readonly server: Pick<Server, 'protocol' | 'host' | 'port' | 'security' | 'signIn'>;
  readonly user: string;
}

/** Whether a password that was typed for one may be sent to the other: the same server, by the same way and as well protected. */
export function isSameAccess(a: Access, b: Access): boolean {
  return (
    a.user === b.user &&
    (a.server.protocol ?? 'imap') === (b.server.protocol ?? 'imap') &&
    a.server.host === b.server.host &&
    a.server.port === b.server.port &&
    a.server.security === b.server.security &&
    a.server.signIn === b.server.signIn
  );
}

/** A certificate that could not be verified, as a person can compare it. */
export const seenCertificate = z.object({
  sha256: z.string(),
  subject: text,
  issuer: text,
  names: z.array(text).readonly(),
  validFrom: time,
  validTo: time,
});
export type SeenCertificate = z.infer<typeof seenCertificate>;

/** A certificate that is trusted: by who issued it, or by the one fingerprint that the person compared. */
export const presentedCertificate = seenCertificate.extend({
  trustedBy: z.enum(['issuer', 'fingerprint']),
});
export type PresentedCertificate = z.infer<typeof presentedCertificate>;

export interface FixedCredentials {
  readonly user: string;
  /** What proves that it is this person: a password, or a token. */
  readonly password: string;
  /** Absent: `password`. A `token` is what the provider's own sign-in (OAuth 2) gave. */
  readonly kind?: 'password' | 'token';
}

/** Tokens that expire, of a sign-in with a provider: asked for at each login, however late in a run. */
export interface TokenSource {
  /**
   * @param refused one that the server has just refused, though it should be good: another one is given, or none
   * @returns a token that is good for a while yet
   * @throws MailstowError `sign-in-again` where the provider gives none any more; of the kinds of a lost connection
   *   where it cannot be reached
   */
  token(refused?: string): Promise<string>;
}

interface GrantedCredentials {
  readonly user: string;
  readonly tokens: TokenSource;
}

export type Credentials = FixedCredentials | GrantedCredentials;

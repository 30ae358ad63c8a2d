import { domainToASCII } from 'node:url';
import type { Security } from '../../../shared/model/account.ts';

export type SignInKind = 'oauth2' | 'app-password' | 'password' | 'encrypted-password';

/** Where mail is, as it was found; never without encryption. */
export interface MailServer {
  readonly protocol: 'imap' | 'pop3' | 'jmap';
  readonly host: string;
  readonly port: number;
  readonly security: Exclude<Security, 'none'>;
  readonly userName: string;
  /** The best first. */
  readonly signIn: readonly SignInKind[];
}

/** A server as the tables of this folder have it. */
export interface ServerRow {
  /**
   * `imaps://host` and `pop3s://host` with TLS from the start, `imap://host` and `pop3://host` upgraded by
   * STARTTLS, with `:port` where it is not the usual one. The host may hold placeholders.
   */
  readonly at: string;
  /** With placeholders; absent: the whole address. */
  readonly user?: string;
  /** Absent: a password. */
  readonly signIn?: readonly SignInKind[];
}

/** An address that was taken apart. */
export interface Address {
  readonly whole: string;
  readonly local: string;
  /** Lower case, ASCII. */
  readonly domain: string;
}

/** Of the schemes that `ServerRow.at` may have. */
export const usualPorts = { imaps: 993, imap: 143, pop3s: 995, pop3: 110 } as const;

/** @returns undefined for what is no row */
export function serverOf({ at, user, signIn }: ServerRow, address: Address) {
  const [, scheme, host, port] = /^(imaps|imap|pop3s|pop3):\/\/([^:/]+)(?::(\d+))?$/.exec(at) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  const kind = scheme as keyof typeof usualPorts;
  const server: MailServer = {
    protocol: kind.startsWith('imap') ? 'imap' : 'pop3',
    host: filled(host, address),
    port: port === undefined ? usualPorts[kind] : Number(port),
    security: kind.endsWith('s') ? 'tls' : 'starttls',
    userName: filled(user ?? '%EMAILADDRESS%', address),
    signIn: signIn ?? ['password'],
  };
  return server;
}

/** The placeholders of autoconfig, filled in: the address never leaves this computer for it. */
export function filled(template: string, { whole, local, domain }: Address): string {
  const values: Readonly<Record<string, string>> = {
    '%EMAILADDRESS%': whole,
    '%EMAILLOCALPART%': local,
    '%EMAILDOMAIN%': domain,
  };
  return template.replace(/%[A-Z]+%/g, found => values[found] ?? found);
}

/** A name as DNS has it, in lower case and ASCII. @returns undefined for what is none, IP addresses among it */
export function hostName(text: string): string | undefined {
  // Anything else would be cut off there, as if it were an address of the web.
  if (!/^[\p{L}\p{M}\p{N}._-]{1,253}\s*$/u.test(text.trimStart())) return undefined;
  const name = domainToASCII(text.trim().replace(/\.$/, ''));
  const isName = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
  return isName.test(name) ? name : undefined;
}

/** Whether a host is the domain, or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

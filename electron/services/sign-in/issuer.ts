import type { AuthorizationServer } from 'oauth4webapi';
import type { OAuthProvider, RedirectForm, Scopes } from './oauth-provider.ts';

/** Whoever a person signs in with, from the table of providers or as it describes itself. */
export interface Issuer {
  /** As people call it, else the name of its host. */
  readonly name: string;
  /** Where the person types their password. */
  readonly host: string;
  readonly server: AuthorizationServer;
  readonly scopes: Scopes;
  readonly redirect: RedirectForm;
  readonly parameters: Readonly<Record<string, string>>;
  /** Its row in the table. */
  readonly known: OAuthProvider | undefined;
}

export function knownIssuer(known: OAuthProvider): Issuer {
  const { name, server, scopes, redirect, parameters = {} } = known;
  return { name, host: hostOf(server), server, scopes, redirect, parameters, known };
}

/** RFC 8252 section 7.3: any port, and a path of our own. */
const redirect: RedirectForm = { host: '127.0.0.1', path: '/callback' };

/** Of those that a server says it knows: who signs in, that it lasts, and mail by the names that are in use. */
const wanted = ['openid', 'email', 'profile', 'offline_access'];
const forMail = ['urn:ietf:params:oauth:scope:mail', 'mail', 'imap'];

/**
 * An issuer as it describes itself (RFC 8414).
 * @param scope what its mail server asks for (RFC 7628 section 3.2.2)
 */
export function describedIssuer(server: AuthorizationServer, scope: string | undefined): Issuer {
  const { scopes_supported: supported = [] } = server;
  const asked = scope?.split(' ').filter(each => each !== '') ?? [];
  const mail = asked[0] ?? forMail.find(each => supported.includes(each));
  const others = wanted.filter(each => supported.includes(each));
  const ask = [...new Set([...asked, ...(mail === undefined ? [] : [mail]), ...others])];
  const host = hostOf(server);
  // OpenID Connect Core section 11: without it offline access is not asked for.
  const parameters: Record<string, string> = ask.includes('offline_access')
    ? { prompt: 'consent' }
    : {};
  return {
    ...{ name: host, host, server, redirect, parameters },
    scopes: { ask, mail },
    known: undefined,
  };
}

function hostOf({ issuer, authorization_endpoint: page }: AuthorizationServer): string {
  return new URL(page ?? issuer).host;
}

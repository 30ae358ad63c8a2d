import { type AuthorizationServer, discoveryRequest, processDiscoveryResponse } from 'oauth4webapi';
import { MailstowError } from '../../engine/errors.ts';
import { asking, isAskable } from './provider-http.ts';

/** Where the descriptions are that mail servers point to. */
const wellKnown =
  /^\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(?<path>\/.*)?$/;
const wellKnownBehind = /^(?<path>.*)\/\.well-known\/openid-configuration$/;

/** What an issuer says of itself (RFC 8414, else OpenID Connect Discovery). @returns undefined where it says nothing that holds */
export async function describedAt(
  issuer: string,
  signal?: AbortSignal,
): Promise<AuthorizationServer | undefined> {
  if (!isAskable(issuer)) return undefined;
  const url = new URL(issuer);
  for (const algorithm of ['oauth2', 'oidc'] as const) {
    try {
      const answer = await discoveryRequest(url, { ...asking(signal), algorithm });
      const server = await processDiscoveryResponse(url, answer);
      const { authorization_endpoint: page = '', token_endpoint: tokens = '' } = server;
      if (isAskable(page) && isAskable(tokens)) return server;
    } catch (error) {
      // It has the other description, or none; what is away is asked no second time.
      if (error instanceof MailstowError || signal?.aborted) throw error;
    }
  }
  return undefined;
}

/**
 * The issuer whose description is at an address (RFC 8414 section 3, OpenID Connect Discovery section 4).
 * @returns undefined for any other address
 */
export function issuerDescribedAt(address: string): string | undefined {
  if (!isAskable(address)) return undefined;
  const { origin, pathname, search, hash } = new URL(address);
  if (search + hash !== '') return undefined;
  const found = wellKnown.exec(pathname) ?? wellKnownBehind.exec(pathname);
  if (found === null) return undefined;
  return `${origin}${found.groups?.path ?? ''}`;
}

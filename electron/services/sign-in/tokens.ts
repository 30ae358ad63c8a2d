import {
  type AuthorizationServer,
  type ClientAuth,
  ClientSecretPost,
  getValidatedIdTokenClaims,
  type IDToken,
  None,
  type Client as OAuthClient,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import type { Client } from '../../../shared/model/provider-sign-in.ts';
import { MailstowError } from '../../engine/errors.ts';
import { type Grant, grant } from './grant.ts';
import type { Issuer } from './issuer.ts';

/** Milliseconds before its end in which a token is not handed out any more; at most a quarter of its life. */
const beforeEnd = 60_000;

/** What stands in the issuer of Microsoft's table row, where each tenant has its own number. */
const tenant = '{tenantid}';

export interface Answer {
  readonly tokens: TokenEndpointResponse;
  /** Who signed in, where the provider says it. */
  readonly claims: IDToken | undefined;
}

export function oauthClient({ id }: Client): OAuthClient {
  return { client_id: id };
}

/** What proves the client; the secret of an installed program proves nothing, but its provider wants it. */
export function proofOf({ secret }: Client): ClientAuth {
  return secret === undefined ? None() : ClientSecretPost(secret);
}

/**
 * Reads an answer of the token endpoint.
 * @param read of oauth4webapi, for this kind of question
 */
export async function answered(
  { server }: Issuer,
  response: Response,
  read: (server: AuthorizationServer, response: Response) => Promise<TokenEndpointResponse>,
): Promise<Answer> {
  const tokens = await read(await forTenant(server, response), response);
  return { tokens, claims: getValidatedIdTokenClaims(tokens) };
}

/** Microsoft's issuer is that of the person's organization, which only the answer names. */
async function forTenant(
  server: AuthorizationServer,
  response: Response,
): Promise<AuthorizationServer> {
  if (!server.issuer.includes(tenant)) return server;
  const text = await response.clone().text();
  const [, payload = ''] = /"id_token"\s*:\s*"[\w-]+\.([\w-]+)\./.exec(text) ?? [];
  const [, id] = /"tid"\s*:\s*"([\da-f-]{36})"/.exec(decoded(payload)) ?? [];
  return id === undefined ? server : { ...server, issuer: server.issuer.replace(tenant, id) };
}

function decoded(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString();
}

/**
 * What is kept of an answer.
 * @param before the grant that was renewed: what the answer does not say stays as it was
 * @throws MailstowError `provider-answer-not-understood`
 */
export function grantOf(
  { tokens }: Answer,
  before: Omit<Grant, 'accessToken' | 'freshUntil'>,
  { host }: Pick<Issuer, 'host'>,
): Grant {
  const { access_token: accessToken, refresh_token: refreshToken, scope } = tokens;
  const read = grant.safeParse({
    ...before,
    accessToken,
    // RFC 6749 section 5.1: absent where it is as it was asked for.
    scope: scope ?? before.scope,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...freshness(tokens.expires_in),
  });
  if (read.success) return read.data;
  throw new MailstowError('provider-answer-not-understood', { args: { host } });
}

/** @param seconds that the token lives */
function freshness(seconds: number | undefined): { freshUntil?: number } {
  if (seconds === undefined) return {};
  const life = Math.min(seconds, 1e9) * 1000;
  return { freshUntil: Math.floor(Date.now() + life - Math.min(beforeEnd, life / 4)) };
}

import { processRefreshTokenResponse, refreshTokenGrantRequest } from 'oauth4webapi';
import type { Grant } from './grant.ts';
import type { Issuer } from './issuer.ts';
import { isGrantOver, providerFailure } from './provider-failure.ts';
import { asking } from './provider-http.ts';
import { answered, grantOf, oauthClient, proofOf } from './tokens.ts';

/**
 * Renews a grant (RFC 6749 section 6); a provider may give another refresh token with each, and take a second use of an
 * old one for theft.
 * @returns undefined where the provider says that the grant is over
 * @throws MailstowError
 */
export async function renewed(grant: Grant, issuer: Issuer): Promise<Grant | undefined> {
  const { refreshToken, client } = grant;
  if (refreshToken === undefined) return undefined;
  const { server } = issuer;
  const who = oauthClient(client);
  try {
    const proof = proofOf(client);
    const response = await refreshTokenGrantRequest(server, who, proof, refreshToken, asking());
    const answer = await answered(issuer, response, (as, each) =>
      processRefreshTokenResponse(as, who, each),
    );
    return grantOf(answer, withoutToken(grant), issuer);
  } catch (error) {
    if (isGrantOver(error)) return undefined;
    throw providerFailure(error, issuer, refreshToken);
  }
}

function withoutToken({ accessToken: _, freshUntil: __, ...rest }: Grant) {
  return rest;
}

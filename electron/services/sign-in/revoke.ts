import { processRevocationResponse, revocationRequest } from 'oauth4webapi';
import type { Grant } from './grant.ts';
import type { Issuers } from './issuers.ts';
import { asking } from './provider-http.ts';
import { oauthClient, proofOf } from './tokens.ts';

/** Tells the provider that a grant is over (RFC 7009), where it takes that. @returns whether it knows */
export async function revoke(grant: Grant, issuers: Issuers): Promise<boolean> {
  const { refreshToken, accessToken, client, issuer } = grant;
  const token = refreshToken ?? accessToken;
  try {
    const server = (await issuers.by(issuer, grant.scope))?.server;
    if (token === undefined || server?.revocation_endpoint === undefined) return false;
    const who = oauthClient(client);
    const response = await revocationRequest(server, who, proofOf(client), token, asking());
    await processRevocationResponse(response);
    return true;
  } catch {
    // It is forgotten here all the same.
    return false;
  }
}

import {
  dynamicClientRegistrationRequest,
  processDynamicClientRegistrationResponse,
} from 'oauth4webapi';
import type { Client } from '../../../shared/model/provider-sign-in.ts';
import type { Issuer } from './issuer.ts';
import { providerFailure } from './provider-failure.ts';
import { asking } from './provider-http.ts';

const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Asks a provider for a client ID (RFC 7591, draft-ietf-mailmaint-oauth-public). @throws MailstowError */
export async function register(issuer: Issuer, signal?: AbortSignal): Promise<Client> {
  const { server, redirect, scopes } = issuer;
  const grants = ['authorization_code', 'refresh_token'];
  const metadata = {
    client_name: 'Mailstow',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: [`http://${redirect.host}${redirect.path}`],
    response_types: ['code'],
    grant_types: server.device_authorization_endpoint ? [...grants, deviceCodeGrant] : grants,
    scope: scopes.ask.join(' '),
  };
  try {
    const answer = await dynamicClientRegistrationRequest(server, metadata, asking(signal));
    const { client_id: id } = await processDynamicClientRegistrationResponse(answer);
    return { id };
  } catch (error) {
    throw providerFailure(error, issuer);
  }
}

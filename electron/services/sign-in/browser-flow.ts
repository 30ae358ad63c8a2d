import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { MailstowError } from '../../engine/errors.ts';
import type { Ended, FlowOptions } from './flow.ts';
import { type Arrived, listenForRedirect } from './loopback-listener.ts';
import { providerFailure } from './provider-failure.ts';
import { asking } from './provider-http.ts';
import { readRedirect } from './redirect.ts';
import type { RedirectWords } from './redirect-page.ts';
import { type Answer, answered, oauthClient, proofOf } from './tokens.ts';

export interface BrowserFlow {
  /** The provider's page. */
  readonly url: string;
  readonly redirectUri: string;
  readonly ended: Ended;
  /**
   * The address that a browser on another machine ended at.
   * @throws MailstowError for any other address; the sign-in goes on then
   */
  finish(address: string): void;
}

/**
 * The provider's page in a browser, with a redirect to this computer (RFC 8252) and a proof that it was us who began
 * (RFC 7636, S256).
 * @param check looks at the answer before the page says that all went well
 */
export async function beginInBrowser(
  options: FlowOptions,
  words: RedirectWords,
  check: (answer: Answer) => Promise<void>,
): Promise<BrowserFlow> {
  const { issuer, client, hint, signal, finishing } = options;
  const { server, scopes, parameters, redirect } = issuer;
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  const { promise: ended, resolve, reject } = Promise.withResolvers<Answer>();
  let isTaken = false;

  const take = async (found: URLSearchParams): Promise<Arrived> => {
    isTaken = true;
    finishing();
    try {
      const answer = await exchange(found);
      await check(answer);
      resolve(answer);
      return 'done';
    } catch (error) {
      reject(providerFailure(error, issuer, verifier, found.get('code') ?? ''));
      return 'failed';
    }
  };
  const exchange = async (found: URLSearchParams): Promise<Answer> => {
    const iss = found.get('iss');
    const isMissing = server.authorization_response_iss_parameter_supported && iss === null;
    if (isMissing || (iss !== null && iss !== server.issuer)) {
      // RFC 9207: the answer of another issuer, whose code this one must not get.
      throw new MailstowError('issuer-mismatch', { args: { host: issuer.host } });
    }
    const who = oauthClient(client);
    const response = await authorizationCodeGrantRequest(
      server,
      who,
      proofOf(client),
      validateAuthResponse(server, who, found, state),
      redirectUri,
      verifier,
      asking(signal),
    );
    return answered(issuer, response, (as, each) =>
      processAuthorizationCodeResponse(as, who, each),
    );
  };
  const arrived = async (address: string): Promise<Arrived> => {
    try {
      if (isTaken) return 'foreign';
      return await take(readRedirect(address, redirectUri, state));
    } catch {
      // Any page in the browser may send such an address: what it says counts for nothing.
      return 'foreign';
    }
  };

  const listener = await listenForRedirect(redirect, words, arrived);
  const { redirectUri } = listener;
  const url = new URL(server.authorization_endpoint ?? '');
  const query = {
    ...parameters,
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: scopes.ask.join(' '),
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    login_hint: hint,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop);
  const over = () => {
    signal.removeEventListener('abort', stop);
    listener.close();
  };
  ended.then(over, over);
  return {
    url: url.href,
    redirectUri,
    ended,
    finish(address) {
      const found = readRedirect(address, redirectUri, state);
      if (!isTaken) void take(found);
    },
  };
}

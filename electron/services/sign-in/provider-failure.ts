import {
  AuthorizationResponseError,
  JWT_CLAIM_COMPARISON,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import { MailstowError } from '../../engine/errors.ts';
import { Secrets } from '../../engine/session/login/secrets.ts';
import type { Issuer } from './issuer.ts';

/** Characters of a provider's own words. */
const longestWords = 500;

/** RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core section 3.1.2.6, RFC 8628 section 3.5. */
const ofError: Readonly<Record<string, Code>> = {
  access_denied: 'sign-in-denied',
  invalid_client: 'client-id-refused',
  unauthorized_client: 'client-id-refused',
  expired_token: 'sign-in-timed-out',
  temporarily_unavailable: 'provider-unavailable',
  server_error: 'provider-unavailable',
};

type Code = 'sign-in-denied' | 'client-id-refused' | 'sign-in-timed-out' | 'provider-unavailable';

/**
 * Whatever a question to a provider ended with, as a person can read it.
 * @param secrets that the question held, which the provider may repeat
 */
export function providerFailure(
  thrown: unknown,
  { name, host }: Issuer,
  ...secrets: readonly string[]
): unknown {
  const args = { provider: name, host };
  if (thrown instanceof ResponseBodyError || thrown instanceof AuthorizationResponseError) {
    const code = Object.hasOwn(ofError, thrown.error) ? ofError[thrown.error] : undefined;
    const serverText = masked(wordsOf(thrown), secrets);
    return new MailstowError(code ?? 'provider-refused', { args, serverText });
  }
  // The one challenge that the endpoints asked here have is for the client itself.
  if (thrown instanceof WWWAuthenticateChallengeError) {
    return new MailstowError('client-id-refused', { args });
  }
  if (thrown instanceof OperationProcessingError) {
    if (isUnavailable(thrown.cause)) return new MailstowError('provider-unavailable', { args });
    const code =
      thrown.code === JWT_CLAIM_COMPARISON ? 'issuer-mismatch' : 'provider-answer-not-understood';
    return new MailstowError(code, { args });
  }
  if (thrown instanceof UnsupportedOperationError || thrown instanceof TypeError) {
    return new MailstowError('provider-answer-not-understood', { args, cause: thrown });
  }
  return thrown;
}

/** Whether a provider says that a grant is over, or that the person has to show up again. */
export function isGrantOver(thrown: unknown): boolean {
  return thrown instanceof ResponseBodyError && grantIsOver.has(thrown.error);
}

const grantIsOver: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'login_required',
  'consent_required',
]);

/** The provider's words are data: one line, and no more than anybody reads. */
function wordsOf({
  error,
  error_description: description,
}: ResponseBodyError | AuthorizationResponseError) {
  const words = description === undefined ? error : `${error}: ${description}`;
  return words.replace(/\s+/g, ' ');
}

function masked(words: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((text, secret) => new Secrets('', secret).text(text), words);
  // A mask comes first: what is cut off could leave the half of a secret.
  return hidden.slice(0, longestWords);
}

/** Too busy, or broken for the moment. */
function isUnavailable(cause: unknown): boolean {
  return cause instanceof Response && (cause.status >= 500 || cause.status === 429);
}

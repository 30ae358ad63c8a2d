import { processUserInfoResponse, skipSubjectCheck, userInfoRequest } from 'oauth4webapi';
import type { Client } from '../../../shared/model/provider-sign-in.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Issuer } from './issuer.ts';
import { asking } from './provider-http.ts';
import { type Answer, oauthClient } from './tokens.ts';

/** Claims that may hold the name with which somebody signs in: OpenID Connect Core section 5.1, and Microsoft's `upn`. */
const named = ['email', 'preferred_username', 'upn'] as const;

/** The names by which a provider knows whoever just signed in, the likeliest first; none where it does not say. */
export async function namesOf(
  answer: Answer,
  issuer: Issuer,
  client: Client,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const told = namesIn(answer.claims ?? {});
  const { server } = issuer;
  if (told.length > 0 || server.userinfo_endpoint === undefined) return told;
  try {
    const { access_token: token } = answer.tokens;
    const who = oauthClient(client);
    const response = await userInfoRequest(server, who, token, asking(signal));
    const subject = answer.claims?.sub ?? skipSubjectCheck;
    return namesIn(await processUserInfoResponse(server, who, subject, response));
  } catch (error) {
    if (signal?.aborted) throw error;
    // The mail server will say who may read what.
    return [];
  }
}

/**
 * @param names of whoever signed in
 * @param wanted names of the account
 * @throws MailstowError `signed-in-as-other` where none is one of the account's
 */
export function requireSame(names: readonly string[], wanted: readonly string[]): void {
  const [found] = names;
  const same = new Set(wanted.map(folded));
  if (found === undefined || names.some(name => same.has(folded(name)))) return;
  throw new MailstowError('signed-in-as-other', { args: { found, wanted: wanted[0] ?? '' } });
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function namesIn(claims: Readonly<Record<string, unknown>>): string[] {
  return named.flatMap(claim => {
    const value = claims[claim];
    // What fits no account's name is no name.
    return typeof value === 'string' && value !== '' && value.length <= 1_000 ? [value] : [];
  });
}

import * as z from 'zod';
import { name, time } from '../../../shared/model/bounds.ts';
import { client, issuer } from '../../../shared/model/provider-sign-in.ts';

/** Characters of a token: Microsoft's have some two thousand, and tell of the groups that a person is in. */
const longestToken = 20_000;
/** RFC 6750 section 2.1: what a header takes, so that nothing else can hide in it. */
const token = z
  .string()
  .min(1)
  .max(longestToken)
  .regex(/^[\x21-\x7e]+$/);

/** What a provider granted when a person signed in there (RFC 6749): all that it takes to read their mail from then on. */
export const grant = z.object({
  issuer,
  client,
  /** Gives new access tokens; absent where the provider gave none, so that the grant ends with the access token. */
  refreshToken: token.optional(),
  /** The present one; may be left out where there is no room for it. */
  accessToken: token.optional(),
  /** Until then the access token is used, a little less than it lives; absent where the provider did not say how long. */
  freshUntil: time.optional(),
  /** As granted. */
  scope: z.string().max(5_000),
  /** As the provider knows the person; absent where it did not tell. */
  signedInAs: name.optional(),
});
export type Grant = z.infer<typeof grant>;

/** What proves who it is that signs in: a password, or what a provider granted. */
export type Secret = string | Grant;

/** Each text in it that nobody may see. */
export function secretsIn(secret: Secret): string[] {
  if (typeof secret === 'string') return [secret];
  const { accessToken, refreshToken } = secret;
  return [accessToken, refreshToken].filter(token => token !== undefined);
}

/** No password has a line break (none could be sent), so nothing that was typed is taken for a grant. */
const head = 'grant\n';

/** As a vault keeps it. */
export function secretText(secret: Secret): string {
  return typeof secret === 'string' ? secret : `${head}${JSON.stringify(secret)}`;
}

/** @returns undefined for a grant that is damaged, or of a later version */
export function readSecret(text: string): Secret | undefined {
  if (!text.startsWith(head)) return text;
  try {
    return grant.parse(JSON.parse(text.slice(head.length)));
  } catch {
    return undefined;
  }
}

/** Whether its access token can be used as it is. */
export function isFresh({ accessToken, freshUntil = Number.POSITIVE_INFINITY }: Grant): boolean {
  return accessToken !== undefined && Date.now() < freshUntil;
}

import * as z from 'zod';
import { server } from './account.ts';
import { name, text, time } from './bounds.ts';

/** Signing in on a provider's own page (OAuth 2), as the window sees it: no secret among it. */

/** Names one sign-in that goes on or was finished; stands for the grant, which stays where it is. */
export const signInId = z.uuid();

/** An issuer of tokens, by its URL (RFC 8414 section 2). */
export const issuer = z.url().max(2_000);

/** What a program is called at a provider. The secret of a program that anyone can install is none (RFC 8252 section 8.5). */
export const client = z.object({
  id: z.string().min(1).max(500),
  secret: z.string().min(1).max(500).optional(),
});
export type Client = z.infer<typeof client>;

/**
 * Where a client ID is from: typed by the person, an environment variable, the build, or asked of the provider at
 * the moment (RFC 7591).
 */
const clientSources = ['own', 'variable', 'build', 'registration'] as const;
export type ClientSource = (typeof clientSources)[number];

/** By whom an account is signed in to; kept with the account. */
export const signedInBy = z.object({
  issuer,
  /** As people call the provider, else the name of its host. */
  provider: text,
  /** The name with which the person signs in there, where it is another than the account's. */
  as: name.optional(),
});
export type SignedInBy = z.infer<typeof signedInBy>;

/** How an account can be signed in to. */
export const signInWaysOfAccount = z.object({
  /** `app`: only one made for it on the provider's page; `none`: the provider takes none from other programs. */
  password: z.enum(['any', 'app', 'none']),
  /** The provider's own sign-in, where there is one that is known. */
  provider: z
    .object({
      /** As people call it, else the name of its host. */
      name: text,
      issuer,
      /** Where the client ID would be from; absent where there is none, so that the person has to give one. */
      client: z.enum(clientSources).optional(),
      /** Their own, so that they can change it. */
      ownClientId: client.shape.id.optional(),
      browser: z.boolean(),
      device: z.boolean(),
      /** The provider's page where a person gets a client ID of their own; under `ownClient` in the catalogue of the window. */
      ownClient: z
        .object({
          key: z.enum(['microsoft', 'google', 'yahoo', 'yandex', 'other']),
          page: z.url({ protocol: /^https$/ }).optional(),
          /** It gives a secret too, and wants it back. */
          hasSecret: z.boolean(),
        })
        .optional(),
    })
    .optional(),
});
export type SignInWaysOfAccount = z.infer<typeof signInWaysOfAccount>;

/** An account that is there, or one that is being set up. */
export const signInTarget = z.union([
  z.object({ accountId: z.string().regex(/^[a-z0-9-]{1,64}$/) }),
  z.object({ server, user: name, email: name }),
]);

/** What a person does next. */
export const signInBegun = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('browser'),
    signInId,
    /** The provider's page. */
    url: z.url().max(10_000),
    /** The system's browser shows it already. */
    opened: z.boolean(),
    /** How the address begins that the page leads to at the end, for a browser on another machine. */
    redirectUri: z.url(),
    expiresAt: time,
  }),
  z.object({
    way: z.literal('device'),
    signInId,
    userCode: text,
    verificationUri: z.url().max(10_000),
    /** The same with the code in it. */
    verificationUriComplete: z.url().max(10_000).optional(),
    expiresAt: time,
  }),
]);
export type SignInBegun = z.infer<typeof signInBegun>;

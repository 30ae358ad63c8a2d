import * as z from 'zod';
import { text } from './bounds.ts';

/** What people have to know before a provider lets other programs in: under `provider` in the catalogue of the window. */
export const noteKeys = [
  'gmail',
  'googleWorkspace',
  'outlook',
  'microsoft365',
  // The same where the build has no client ID for signing in there.
  'outlookNoClient',
  'microsoft365NoClient',
  'yahoo',
  'aol',
  'icloud',
  'fastmail',
  'gmx',
  'webde',
  'seznam',
  'proton',
  'zoho',
  'qq',
  'netease163',
  'netease126',
  'yandex',
  // What several ask for; their sentences name the provider.
  'appPassword',
  'imapOff',
  'imapOffAppPassword',
  'ownPassword',
  'noImap',
] as const;
export type NoteKey = (typeof noteKeys)[number];

/** A page of a provider where a person can do what it asks for; known to Mailstow, never taken from a server. */
export const providerPage = z.object({
  /** Whose it is, as people call them. */
  provider: text,
  address: z.url({ protocol: /^https$/ }),
});
export type ProviderPage = z.infer<typeof providerPage>;

/** The ways by which the server of an address can be found, the most trusted first. */
export const searchWays = ['provider', 'directory', 'settings', 'dns', 'guess'] as const;
export type SearchWay = (typeof searchWays)[number];

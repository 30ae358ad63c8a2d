import * as z from 'zod';

/** Why the text of an attachment could not be read. */
export const unreadReason = z.enum([
  'encrypted',
  'damaged',
  'too-large',
  'too-slow',
  'too-much-memory',
  'crashed',
]);
export type UnreadReason = z.infer<typeof unreadReason>;

/** Why an account was not searched: switched off, its archive is not there, or its index cannot be made. */
export const leftOutReason = z.enum(['off', 'away', 'failed']);
export type LeftOutReason = z.infer<typeof leftOutReason>;

/** `waiting`: a run goes first. */
export const indexState = z.enum(['ready', 'indexing', 'waiting', 'off', 'failed']);
export type IndexState = z.infer<typeof indexState>;

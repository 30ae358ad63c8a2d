import * as z from 'zod';
import { count, time } from '../model/bounds.ts';

/** What a search asks for, as `parse` reads it from what a person types and `print` writes it again. */

/** Characters of a query that are read; what comes after them is left out, and said. */
export const mostCharacters = 10_000;
/** Terms of a query that are read. */
export const mostTerms = 100;

/** Marks that people type or paste around a phrase. */
export const quotes = /["“”„‟«»]/u;

/** Characters of one term. */
export const mostOfTerm = 1_000;

/** Without quotation marks, since nothing could write them again. */
const words = z
  .string()
  .min(1)
  .max(mostOfTerm)
  .refine(text => !quotes.test(text));
const not = z.boolean();

/** Where words are looked for. `to` means all recipients, `filename` the names of attachments. */
const fields = ['anywhere', 'from', 'to', 'subject', 'filename'] as const;

const wordsTerm = z.object({
  kind: z.literal('words'),
  field: z.enum(fields),
  text: words,
  /**
   * False: each word of the text is found by its beginning. True: whole words, next to each other and in this order.
   */
  exact: z.boolean(),
  not,
});
/** Folder, account or label by its name. */
const nameTerm = z.object({
  kind: z.literal('name'),
  what: z.enum(['in', 'account', 'label']),
  text: words,
  not,
});
const dateTerm = z.object({
  kind: z.literal('date'),
  /** `before`: earlier than `start`. `after`: not earlier than `start`, as Gmail takes it. `on`: from `start` to `end`. */
  how: z.enum(['before', 'after', 'on']),
  /** Year, month or day: `2024`, `2024-03`, `2024-03-05`. */
  day: z.string().regex(/^\d{4}(-\d\d){0,2}$/),
  /** First millisecond of it where the query was read, and the first one after it. */
  start: time,
  end: time,
  not,
});
const sizeTerm = z.object({
  kind: z.literal('size'),
  /** Neither takes in a message of just that size. */
  how: z.enum(['larger', 'smaller']),
  bytes: count,
  not,
});
/** An attachment of this kind (`attachmentKinds`), else with this ending of its name. */
const typeTerm = z.object({
  kind: z.literal('type'),
  type: z.string().regex(/^[\p{L}\p{N}]{1,32}$/u),
  not,
});
export const flags = ['unread', 'read', 'flagged'] as const;
const flagTerm = z.object({ kind: z.literal('flag'), flag: z.enum(flags), not });
const attachmentTerm = z.object({ kind: z.literal('attachment'), not });

const term = z.discriminatedUnion('kind', [
  wordsTerm,
  nameTerm,
  dateTerm,
  sizeTerm,
  typeTerm,
  flagTerm,
  attachmentTerm,
]);

/** All groups have to fit; of a group's terms, one. An empty query fits every message. */
export const query = z.array(z.array(term).min(1).max(mostTerms)).max(mostTerms);

export type Term = z.infer<typeof term>;
export type WordsTerm = z.infer<typeof wordsTerm>;
export type Query = z.infer<typeof query>;

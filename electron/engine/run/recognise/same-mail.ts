import type { Recognisable } from './recognisable.ts';

/** What comparing a sample of an archive with an account came to, in messages. */
export interface Comparison {
  readonly sampled: number;
  /** Those that the account has, wherever. */
  readonly found: number;
  /** Those of them that it has in the mailbox they were in, under the same UIDVALIDITY and UID. */
  readonly unmoved: number;
}

/**
 * The share of the sample that must be there. Mail deleted since the last run may be lacking; two people on the same
 * mailing lists share far less. Of 100 messages, the account that has half of the archive's mail passes three times in
 * ten million, the one that has nine tenths of it fails four times in a million.
 */
const enough = 3 / 4;

/**
 * Whether an account holds the mail of an archive that knows it by another name.
 * `as-it-was`: also under the same numbers, as on the same server; `same`: the mail alone; `other`: not shown to be.
 */
export function judgeSample({
  sampled,
  found,
  unmoved,
}: Comparison): 'as-it-was' | 'same' | 'other' {
  const needed = Math.ceil(sampled * enough);
  if (sampled === 0 || found < needed) return 'other';
  return unmoved < needed ? 'same' : 'as-it-was';
}

/**
 * Whether a message of the server is the stored one, as far as can be told without its body: the same header fields,
 * and the same size or date of arrival. Servers are inexact about the one, and programs that copy mail lose the other.
 */
export function isSameMessage(own: Recognisable, their: Recognisable): boolean {
  if (own.key !== their.key) return false;
  const [ownSecond, theirSecond] = [secondOf(own.internalDate), secondOf(their.internalDate)];
  const isSameSize = own.size !== undefined && own.size === their.size;
  return isSameSize || (ownSecond !== undefined && ownSecond === theirSecond);
}

/** INTERNALDATE has whole seconds, and so has every file system. @returns seconds since 1970 UTC */
export function secondOf(internalDate: number | undefined): number | undefined {
  return internalDate === undefined ? undefined : Math.floor(internalDate / 1000);
}

import type { Literal } from '../wire/frame.ts';
import type { Lexer } from '../wire/lexer.ts';

/*
 * Every deviation from the grammar that is read all the same, by name, with where it was met. Strict
 * in what is sent, liberal in what is read: each has its test, named like the function.
 *
 * Some need no code of their own, because the reading is loose there by construction:
 * - items of FETCH in any order (the grammar allows it; many clients do not)
 * - keywords in any case, completion text of any kind or none
 * - UIDVALIDITY and UIDNEXT of 0 or missing are passed on as they are: MailKit#150, MailKit#1010
 * - ESEARCH without any of the asked-for data: an answer without results, MailKit#1177
 * - FETCH without UID: passed on without one, nextcloud/mail#13507
 * - lines that end with LF alone: wire/framer.ts
 * - literal announcements in words for people: wire/announcement.ts
 */

/** A space is missing between a name and its value, as in `FLAGS()` or `BODY[]{5}`. */
export function quirkMissingSpace(lexer: Lexer): void {
  lexer.space();
}

/**
 * The octets of a section as a quoted string, empty or not, instead of a literal; node-imap#153.
 * @returns undefined when neither a quoted string nor NIL is next, null for NIL
 */
export function quirkQuotedBody(lexer: Lexer): Literal | null | undefined {
  const octets = lexer.quoted();
  if (octets !== undefined) return { kind: 'memory', bytes: Buffer.from(octets, 'latin1') };
  return lexer.nil() ? null : undefined;
}

/** RFC822, RFC822.HEADER and RFC822.TEXT in answer to BODY[…], as servers of IMAP2 did; zammad#4589. */
export const quirkOldSectionNames: ReadonlyMap<string, string> = new Map([
  ['RFC822', ''],
  ['RFC822.HEADER', 'HEADER'],
  ['RFC822.TEXT', 'TEXT'],
]);

/**
 * A mailbox name with spaces or other special characters that was not quoted. It reaches up to
 * `following`, or to the end of the line.
 * @returns its octets, one character each
 */
export function quirkUnquotedMailbox(lexer: Lexer, following: RegExp): string {
  const line = lexer.ahead();
  const end = line.search(following);
  const name = (end < 0 ? line : line.slice(0, end)).trimEnd();
  if (name === '') lexer.fail('a mailbox name');
  lexer.skip(name.length);
  return name;
}

/** NIL where the grammar wants a list that may be empty, as in `FLAGS NIL`. */
export function quirkNilList(lexer: Lexer, item: () => void): void {
  if (!lexer.nil()) lexer.expectList(item);
}

/** An empty string where the grammar wants NIL for a list of addresses, as in `""` for Cc. */
export function quirkEmptyAddresses(lexer: Lexer): boolean {
  return lexer.quoted() === '';
}

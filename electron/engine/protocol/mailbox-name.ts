import type { Argument } from '../wire/encoder.ts';
import type { Lexer } from '../wire/lexer.ts';
import { decodeModifiedUtf7 } from '../wire/modified-utf7.ts';
import { octetText } from '../wire/octet-text.ts';
import { quirkUnquotedMailbox } from './quirks.ts';

/** A mailbox as people write it (Unicode), or by the octets the server gave it, as a LIST response has them. */
export type MailboxName = string | { readonly rawName: string };

export function mailboxArgument(name: MailboxName): Argument {
  return typeof name === 'string'
    ? { kind: 'mailbox', name }
    : { kind: 'raw-mailbox', octets: name.rawName };
}

/** True when `mailbox`, decoded from a response, is the one that was asked for. */
export function isSameMailbox(asked: MailboxName, mailbox: string): boolean {
  const name = typeof asked === 'string' ? canonical(asked) : decodeMailbox(asked.rawName);
  return name.normalize() === mailbox.normalize();
}

/** Octets of a name as Unicode. */
export function decodeMailbox(octets: string): string {
  return canonical(decodeModifiedUtf7(octetText(octets)));
}

/** INBOX is the only name whose case does not count (RFC 9051 section 5.1). */
function canonical(name: string): string {
  return name.toUpperCase() === 'INBOX' ? 'INBOX' : name;
}

/**
 *     mailbox = "INBOX" / astring            RFC 9051 section 9
 *
 * @param following what comes behind the name, for names that should have been quoted and were not
 * @returns its octets, one character each
 */
export function expectRawMailbox(lexer: Lexer, following: RegExp): string {
  return lexer.stringOctets() ?? quirkUnquotedMailbox(lexer, following);
}

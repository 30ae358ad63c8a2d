import { canonicalText, type MailboxName } from '../mailbox-name.ts';
import type { Argument } from '../wire/encoder.ts';
import type { Lexer } from '../wire/lexer.ts';
import { decodeModifiedUtf7 } from '../wire/modified-utf7.ts';
import { octetText } from '../wire/octet-text.ts';
import { quirkUnquotedMailbox } from './quirks.ts';

/** As the server spells it where that is known, else as this connection encodes Unicode. */
export function mailboxArgument({ text, raw }: MailboxName): Argument {
  return raw === undefined ? textArgument(text) : { kind: 'raw-mailbox', octets: raw };
}

/** @param text Unicode: a name, or a pattern of LIST */
export function textArgument(text: string): Argument {
  return { kind: 'mailbox', name: text };
}

/** True when a response speaks of the mailbox that was asked for; its server may spell it in another normal form. */
export function isSameMailbox(
  { text, raw }: MailboxName,
  { mailbox, rawName }: { readonly mailbox: string; readonly rawName: string },
): boolean {
  return raw === rawName || text.normalize() === mailbox.normalize();
}

/** Octets of a name as Unicode. */
export function decodeMailbox(octets: string): string {
  return canonicalText(decodeModifiedUtf7(octetText(octets)));
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

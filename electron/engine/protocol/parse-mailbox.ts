import type { Lexer } from '../wire/lexer.ts';
import { decodeModifiedUtf7 } from '../wire/modified-utf7.ts';
import { octetText } from '../wire/octet-text.ts';
import { quirkUnquotedMailbox } from './quirks.ts';

/** A mailbox name as octets (one character each): what is sent back to the server. */
export interface RawMailbox {
  readonly rawName: string;
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

/** Octets of a name as Unicode; INBOX is the only name whose case does not count. */
export function decodeMailbox(octets: string): string {
  const name = decodeModifiedUtf7(octetText(octets));
  return name.toUpperCase() === 'INBOX' ? 'INBOX' : name;
}

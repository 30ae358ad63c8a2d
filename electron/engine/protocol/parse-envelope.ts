import type { Lexer } from '../wire/lexer.ts';
import { quirkEmptyAddresses, quirkNilList } from './quirks.ts';
import type { Address, Envelope } from './response.ts';

/**
 *     envelope = "(" env-date SP env-subject SP env-from SP env-sender SP env-reply-to SP env-to SP
 *                env-cc SP env-bcc SP env-in-reply-to SP env-message-id ")"     RFC 9051 section 9
 */
export function expectEnvelope(lexer: Lexer): Envelope {
  lexer.expect('(');
  const envelope = {
    date: expectString(lexer),
    subject: expectString(lexer),
    from: expectAddresses(lexer),
    sender: expectAddresses(lexer),
    replyTo: expectAddresses(lexer),
    to: expectAddresses(lexer),
    cc: expectAddresses(lexer),
    bcc: expectAddresses(lexer),
    inReplyTo: expectString(lexer),
    messageId: expectString(lexer),
  };
  lexer.expect(')');
  return envelope;
}

function expectString(lexer: Lexer): string | null {
  const text = lexer.expectNstring();
  lexer.space();
  return text;
}

/**
 *     env-from = "(" 1*address ")" / nil                                        RFC 9051 section 9
 */
function expectAddresses(lexer: Lexer): Address[] {
  const addresses: Address[] = [];
  if (!quirkEmptyAddresses(lexer)) quirkNilList(lexer, () => addresses.push(expectAddress(lexer)));
  lexer.space();
  return addresses;
}

/**
 *     address = "(" addr-name SP addr-adl SP addr-mailbox SP addr-host ")"      RFC 9051 section 9
 */
function expectAddress(lexer: Lexer): Address {
  lexer.expect('(');
  const address = {
    name: expectString(lexer),
    route: expectString(lexer),
    mailbox: expectString(lexer),
    host: expectString(lexer),
  };
  lexer.expect(')');
  return address;
}

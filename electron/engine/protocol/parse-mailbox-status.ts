import type { Lexer } from '../wire/lexer.ts';
import { decodeMailbox, expectRawMailbox } from './mailbox-name.ts';
import { quirkMissingSpace } from './quirks.ts';
import type { MailboxStatus, Response } from './response.ts';

type Draft = { -readonly [Item in keyof MailboxStatus]: MailboxStatus[Item] };

/** The last list of the line: what an unquoted name reaches up to. */
const statusItems = / ?\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$/;

/** RFC 9051 section 7.3.4; HIGHESTMODSEQ RFC 7162, SIZE RFC 8438, MAILBOXID RFC 8474 */
const items: ReadonlyMap<string, (lexer: Lexer, status: Draft) => void> = new Map([
  ['MESSAGES', (lexer, status) => (status.messages = lexer.expectNumber())],
  ['UIDNEXT', (lexer, status) => (status.uidNext = lexer.expectNumber())],
  ['UIDVALIDITY', (lexer, status) => (status.uidValidity = lexer.expectNumber())],
  ['UNSEEN', (lexer, status) => (status.unseen = lexer.expectNumber())],
  ['RECENT', (lexer, status) => (status.recent = lexer.expectNumber())],
  ['DELETED', (lexer, status) => (status.deleted = lexer.expectNumber())],
  ['SIZE', (lexer, status) => (status.size = lexer.expectBigNumber())],
  ['HIGHESTMODSEQ', (lexer, status) => (status.highestModseq = lexer.expectBigNumber())],
  [
    'MAILBOXID',
    (lexer, status) => lexer.expectList(() => (status.mailboxId = lexer.expectAtom('an id'))),
  ],
]);

/**
 *     "STATUS" SP mailbox SP "(" [status-att-list] ")"          RFC 9051 section 9
 */
export function parseMailboxStatus(lexer: Lexer): Response {
  const rawName = expectRawMailbox(lexer, statusItems);
  const status: Draft = {};
  quirkMissingSpace(lexer);
  lexer.expectList(() => {
    const name = lexer.expectAtom('a status item').toUpperCase();
    quirkMissingSpace(lexer);
    const item = items.get(name);
    const isRead = item !== undefined && lexer.attempt(() => read(lexer, item, status));
    if (!isRead) lexer.skipValue();
  });
  return { kind: 'mailbox-status', mailbox: decodeMailbox(rawName), rawName, items: status };
}

/** An item that cannot be read costs itself: what it had set by then is a figure cut short. */
function read(lexer: Lexer, item: (lexer: Lexer, status: Draft) => void, status: Draft): void {
  const found: Draft = {};
  item(lexer, found);
  if (!lexer.isBetween) lexer.fail('the end of a value');
  Object.assign(status, found);
}

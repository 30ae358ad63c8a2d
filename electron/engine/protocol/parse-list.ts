import type { Lexer } from '../wire/lexer.ts';
import { decodeMailbox, expectRawMailbox } from './mailbox-name.ts';
import { quirkMissingSpace, quirkNilList } from './quirks.ts';
import type { ListResponse } from './response.ts';

/** `mbox-list-extended`: a list whose first item is a registered tag; other parentheses belong to the name. */
const extendedItems = / \("?(?:CHILDINFO|OLDNAME)"? \(/i;

/**
 *     mailbox-list = "(" [mbx-list-flags] ")" SP (DQUOTE QUOTED-CHAR DQUOTE / nil) SP mailbox
 *                    [SP mbox-list-extended]                              RFC 9051 section 9
 */
export function parseList(lexer: Lexer, command: ListResponse['command']): ListResponse {
  const attributes: string[] = [];
  quirkNilList(lexer, () => attributes.push(lexer.word() ?? lexer.fail('an attribute')));
  quirkMissingSpace(lexer);
  const delimiter = lexer.expectNstring() || null;
  quirkMissingSpace(lexer);
  const rawName = expectRawMailbox(lexer, extendedItems);
  lexer.space();
  lexer.list(() => lexer.skipValue());
  return { kind: 'list', command, attributes, delimiter, mailbox: decodeMailbox(rawName), rawName };
}

import { DiscardedLiteral } from '../wire/discarded-literal.ts';
import type { Literal } from '../wire/frame.ts';
import type { Lexer } from '../wire/lexer.ts';
import { quirkQuotedBody } from './quirks.ts';

/**
 *     section      = "[" [section-spec] "]"
 *     header-list  = "(" header-fld-name *(SP header-fld-name) ")"
 *     msg-att-static =/ "BODY" section ["<" number ">"] SP nstring            RFC 9051 section 9
 *
 * The lexer stands behind the opening bracket.
 * @returns the section in upper case, its field names without quotes
 */
export function expectSection(lexer: Lexer): { section: string; origin: number | undefined } {
  let section = '';
  while (!lexer.take(']')) {
    section += lexer.stringOctets() ?? lexer.until(']"{') ?? lexer.fail('"]"');
  }
  let origin: number | undefined;
  if (lexer.take('<')) {
    origin = lexer.expectNumber();
    lexer.expect('>');
  }
  return { section: section.toUpperCase(), origin };
}

/** `nstring` or `literal8`: the octets of a section, null for NIL */
export function expectSectionData(lexer: Lexer): Literal | null {
  const data = lexer.literal() ?? quirkQuotedBody(lexer);
  if (data === undefined) lexer.fail('the octets of a section');
  if (data?.kind === 'streamed' && data.sink instanceof DiscardedLiteral) {
    lexer.fail('octets that fit into memory');
  }
  return data;
}

import { quotes } from './query.ts';

export interface Token {
  /** What stands before the colon, in lower case: letters alone. */
  readonly operator?: string;
  /** Without quotation marks; may be empty after an operator. */
  readonly text: string;
  readonly quoted: boolean;
  readonly not: boolean;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** Cuts a query at spaces outside of quotation marks; one that is not closed reaches to the end. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at])) at += 1;
    else {
      const token = tokenAt(text, at);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const not = text[start] === '-';
  let at = not ? start + 1 : start;
  let nameEnd = at;
  while (isLetter(text[nameEnd])) nameEnd += 1;
  const operator =
    nameEnd > at && text[nameEnd] === ':' ? text.slice(at, nameEnd).toLowerCase() : undefined;
  if (operator !== undefined) at = nameEnd + 1;
  const named = operator === undefined ? {} : { operator };
  if (isQuote(text[at])) {
    let close = at + 1;
    while (close < text.length && !isQuote(text[close])) close += 1;
    const end = Math.min(close + 1, text.length);
    return { ...named, text: text.slice(at + 1, close), quoted: true, not, start, end };
  }
  let end = at;
  while (end < text.length && !isSpace(text[end]) && !isQuote(text[end])) end += 1;
  return { ...named, text: text.slice(at, end), quoted: false, not, start, end };
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

function isQuote(character: string | undefined): boolean {
  return character !== undefined && quotes.test(character);
}

/** Operators are English in every language. */
function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[a-z]/i.test(character);
}

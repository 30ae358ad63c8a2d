import { readDay } from './calendar.ts';
import {
  flags,
  mostCharacters,
  mostOfTerm,
  mostTerms,
  type Query,
  type Term,
  type WordsTerm,
} from './query.ts';
import { readSize } from './size.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Parsed {
  readonly query: Query;
  /** The text was too long, and its end is left out. */
  readonly cut: boolean;
  /** Where in the text each term of the query begins and ends, in their order. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** Reads what a person typed. Never fails: what is no operator is a word. */
export function parse(typed: string): Parsed {
  const text = typed.slice(0, mostCharacters);
  const query: Term[][] = [];
  const spans: [number, number][] = [];
  const tokens = tokensOf(text);
  let cut = typed.length > mostCharacters;
  let joins = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isOr(token) && query.length > 0 && at < tokens.length - 1) {
      joins = true;
      continue;
    }
    const { term, taken } = termAt(tokens, at);
    at += taken - 1;
    if (term === undefined) continue;
    if (spans.length === mostTerms) {
      cut = true;
      break;
    }
    const last = query.at(-1);
    if (joins && last !== undefined) last.push(term);
    else query.push([term]);
    joins = false;
    spans.push([token.start, tokens[at]?.end ?? text.length]);
  }
  return { query, cut, spans };
}

/** The term that begins at a token, and how many tokens it takes; none where there is nothing to look for. */
function termAt(tokens: readonly Token[], at: number): { term: Term | undefined; taken: number } {
  const token = tokens[at] as Token;
  const { operator, not } = token;
  if (operator === undefined) return { term: words('anywhere', token), taken: 1 };
  // `from: Anna`, as a label before its value.
  const next = tokens[at + 1];
  const isApart = token.text === '' && !token.quoted;
  const isValue = next !== undefined && next.operator === undefined && !next.not && !isOr(next);
  if (isApart && isValue) {
    const term = operated(operator, { ...next, not });
    if (term !== undefined) return { term, taken: 2 };
  }
  const term = isApart ? undefined : operated(operator, token);
  if (term !== undefined) return { term, taken: 1 };
  const text = isApart ? operator : `${operator}:${token.text}`;
  return { term: words('anywhere', { ...token, text }), taken: 1 };
}

function isOr({ text, quoted, not, operator }: Token): boolean {
  return operator === undefined && !quoted && !not && text.toLowerCase() === 'or';
}

/** @returns undefined where the operator or its value is none */
function operated(operator: string, token: Token): Term | undefined {
  const { not } = token;
  const value = token.text.toLowerCase();
  switch (operator) {
    case 'from':
    case 'subject':
    case 'filename':
    case 'to':
      return words(operator, token);
    case 'cc':
    case 'bcc':
      return words('to', token);
    case 'in':
    case 'account':
    case 'label': {
      const text = cleaned(token.text);
      return says(text) ? { kind: 'name', what: operator, text, not } : undefined;
    }
    case 'before':
    case 'after':
    case 'on':
    case 'since': {
      const period = readDay(value);
      const how = operator === 'since' ? 'after' : operator;
      return period && { kind: 'date', how, ...period, not };
    }
    case 'larger':
    case 'smaller': {
      const bytes = readSize(value);
      return bytes === undefined ? undefined : { kind: 'size', how: operator, bytes, not };
    }
    case 'type': {
      const type = value.replace(/^\./, '');
      return /^[\p{L}\p{N}]{1,32}$/u.test(type) ? { kind: 'type', type, not } : undefined;
    }
    case 'has':
      return /^attachments?$/.test(value) ? { kind: 'attachment', not } : undefined;
    case 'is': {
      const flag = flags.find(each => each === (value === 'starred' ? 'flagged' : value));
      return flag && { kind: 'flag', flag, not };
    }
    default:
      return undefined;
  }
}

function words(field: WordsTerm['field'], { text, quoted, not }: Token): Term | undefined {
  const kept = cleaned(text);
  if (!says(kept)) return undefined;
  // As a word it can be written in quotation marks alone.
  const exact = quoted || kept.toLowerCase() === 'or';
  return { kind: 'words', field, text: kept, exact, not };
}

function cleaned(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, mostOfTerm).trim();
}

/** Whether there is anything in it that could be found. */
function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

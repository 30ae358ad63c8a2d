import type { Query, Term, WordsTerm } from '../../../shared/search/query.ts';
import { type SearchProgram, searchDate, searchProgram } from '../protocol/commands/uid-search.ts';
import { type Argument, atom, list, string } from '../wire/encoder.ts';

/** One `search-key` with what it takes, RFC 9051 section 9. */
type Key = readonly Argument[];

/** `number` of IMAP4rev1: a larger one is refused, and no message is that large. */
const largestNumber = 2 ** 32 - 1;
/** Milliseconds; `date-year` has four digits. */
const [firstDay, lastDay] = [Date.UTC(1000, 0, 1), Date.UTC(9999, 11, 31)];

/**
 * What a person looks for, in the words of IMAP. What a person wrote is a string, never protocol text.
 * @param query of terms that `forServer` lets through, without folders; not empty
 */
export function searchKeys(query: Query): SearchProgram {
  return searchProgram(query.flatMap(group => either(group.map(keyOf))));
}

function keyOf(term: Term): Key {
  const key = plainKey(term);
  return term.not ? [atom('NOT'), ...key] : key;
}

function plainKey(term: Term): Key {
  switch (term.kind) {
    case 'words':
      return all(textsOf(term).map(text => textKey(term.field, text)));
    case 'date':
      return dateKey(term);
    case 'size':
      return [atom(term.how.toUpperCase()), atom(`${Math.min(term.bytes, largestNumber)}`)];
    case 'flag':
      return [atom(flagKeys[term.flag])];
    default:
      throw new RangeError(`No server is asked for ${term.kind}.`);
  }
}

const flagKeys = { unread: 'UNSEEN', read: 'SEEN', flagged: 'FLAGGED' } as const;

/** The words, each to be found anywhere; of a phrase all of it. Servers look for parts of words. */
function textsOf({ text, exact }: WordsTerm): string[] {
  // Controls and half characters are in no mail, and in no string of IMAP.
  const words = text.normalize().split(/[\s\p{Cc}\p{Cs}]+/u);
  if (exact) return [words.join(' ').trim()];
  const edges = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;
  return words.map(word => word.replace(edges, '')).filter(word => word !== '');
}

function textKey(field: WordsTerm['field'], text: string): Key {
  const key = (name: string): Key => [atom(name), string(text)];
  switch (field) {
    case 'from':
      return key('FROM');
    case 'subject':
      return key('SUBJECT');
    case 'to':
      return either([key('TO'), key('CC'), key('BCC')]);
    default:
      return key('TEXT');
  }
}

/** By the Date field, as the list shows it; servers take its day as it is written, whatever its time zone. */
function dateKey({ how, day }: Extract<Term, { kind: 'date' }>): Key {
  const [year = 0, month, date] = day.split('-').map(Number);
  const first = dayOf(year, month ?? 1, date ?? 1);
  if (how === 'before') return [atom('SENTBEFORE'), atom(first)];
  if (how === 'after') return [atom('SENTSINCE'), atom(first)];
  const next =
    month === undefined
      ? dayOf(year + 1, 1, 1)
      : date === undefined
        ? dayOf(year, month + 1, 1)
        : dayOf(year, month, date + 1);
  return all([
    [atom('SENTSINCE'), atom(first)],
    [atom('SENTBEFORE'), atom(next)],
  ]);
}

function dayOf(year: number, month: number, day: number): string {
  const date = new Date(0);
  // Date.UTC takes a year below 100 for one of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return searchDate(new Date(Math.min(Math.max(date.getTime(), firstDay), lastDay)));
}

function all(keys: readonly Key[]): Key {
  const [first = []] = keys;
  return keys.length === 1 ? first : [list(keys.flat())];
}

/** Halved again and again: servers limit how deep keys may lie in one another. */
function either(keys: readonly Key[]): Key {
  const [first = []] = keys;
  if (keys.length <= 1) return first;
  const half = Math.ceil(keys.length / 2);
  return [atom('OR'), ...either(keys.slice(0, half)), ...either(keys.slice(half))];
}

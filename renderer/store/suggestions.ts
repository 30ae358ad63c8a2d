import type { FoundRow } from '../../shared/contract.ts';
import { attachmentKinds } from '../../shared/search/attachment-kinds.ts';
import { readDay } from '../../shared/search/calendar.ts';
import { fold } from '../../shared/search/fold.ts';
import { marker } from '../../shared/search/marks.ts';
import { parse } from '../../shared/search/parse.ts';
import { printTerm } from '../../shared/search/print.ts';
import { type Query, quotes, type Term, type WordsTerm } from '../../shared/search/query.ts';

/** A way to narrow what was found. */
export interface Suggestion {
  readonly term: Term;
  /** What is left in the field where the term takes the place of a word in it. */
  readonly typed?: string;
}

const fieldNames = ['from', 'to', 'subject', 'filename'] as const satisfies WordsTerm['field'][];
export type FieldName = (typeof fieldNames)[number];

interface Asked {
  readonly query: Query;
  readonly typed: string;
}

interface Words {
  /** A term in the person's language. */
  labelOf(term: Term): string;
  /** A field in the person's language, as it would stand before a colon. */
  fieldName(field: FieldName): string;
}

const most = 5;
/** Of a word that may stand for a way to narrow. */
const leastLetters = 3;
const kindsOffered = ['pdf', 'picture', 'word'] as const;

const attachment: Term = { kind: 'attachment', not: false };
const unread: Term = { kind: 'flag', flag: 'unread', not: false };
const flagged: Term = { kind: 'flag', flag: 'flagged', not: false };

/** What the last word may mean, and what tells the found messages apart; at most five. */
export function suggestions(
  { query, typed }: Asked,
  rows: readonly FoundRow[],
  words: Words,
): readonly Suggestion[] {
  const present = new Set(query.flat().map(printTerm));
  const kinds = new Set(query.flat().map(({ kind }) => kind));
  const all = [...ofLastWord(typed, rows, words), ...ofRows(rows, kinds).map(term => ({ term }))];
  const seen = new Set<string>();
  const isNew = ({ term }: Suggestion) => {
    const written = printTerm(term);
    if (present.has(written) || seen.has(written)) return false;
    seen.add(written);
    return true;
  };
  return all.filter(isNew).slice(0, most);
}

function ofLastWord(typed: string, rows: readonly FoundRow[], words: Words): readonly Suggestion[] {
  const { query, spans } = parse(typed);
  const last = query.at(-1);
  const span = spans.at(-1);
  const term = last?.[0];
  if (span === undefined || last?.length !== 1 || term?.kind !== 'words') return [];
  // Whoever typed a space has gone on to another word.
  if (span[1] !== typed.length || term.field !== 'anywhere' || term.not || term.exact) return [];
  const left = { typed: typed.slice(0, span[0]).trimEnd() };
  const [, name, value] = /^(\p{L}[\p{L} ]*):(.+)$/u.exec(term.text) ?? [];
  const text = value ?? term.text;
  const inField = (field: FieldName) => ({ ...left, term: { ...term, field, text } });
  if (name !== undefined) {
    const sameName = (field: FieldName) => fold(words.fieldName(field)) === fold(name);
    return fieldNames.filter(sameName).map(inField);
  }
  if (text.length < 2) return [];
  const sought = [[term]];
  const isIn = (place: 'from' | 'subject', textOf: (row: FoundRow) => string) =>
    rows.some(row => (marker(sought, place)?.(textOf(row), 1).length ?? 0) > 0);
  return [
    ...meant(text, words).map(each => ({ ...left, term: each })),
    ...(isIn('from', row => row.sender) ? [inField('from')] : []),
    ...(isIn('subject', row => row.subject) ? [inField('subject')] : []),
  ];
}

/** Ways to narrow that a word is the beginning of: `unre` of what is unread, `2019` of that year. */
function meant(text: string, { labelOf }: Words): readonly Term[] {
  const period = readDay(text);
  if (period !== undefined) return [{ kind: 'date', how: 'on', ...period, not: false }];
  if (text.length < leastLetters) return [];
  const beginning = fold(text);
  const kinds = Object.keys(attachmentKinds).map(
    (type): Term => ({ kind: 'type', type, not: false }),
  );
  return [attachment, unread, flagged, ...kinds].filter(term =>
    fold(labelOf(term))
      .split(/\s+/)
      .some(word => word.startsWith(beginning)),
  );
}

/** What some of the rows have, and not all. */
function ofRows(rows: readonly FoundRow[], kinds: ReadonlySet<Term['kind']>): readonly Term[] {
  const some = (has: (row: FoundRow) => boolean) => rows.some(has) && !rows.every(has);
  const terms: Term[] = [];
  if (some(row => row.attachments > 0)) terms.push(attachment);
  if (kinds.has('attachment') && !kinds.has('type') && rows.length > 1) {
    terms.push(...kindsOffered.map((type): Term => ({ kind: 'type', type, not: false })));
  }
  const [sender] = commonest(rows.map(row => row.sender));
  if (sender !== undefined && isWritable(sender)) {
    terms.push({
      kind: 'words',
      field: 'from',
      text: sender,
      exact: /\s/.test(sender),
      not: false,
    });
  }
  if (!kinds.has('date')) {
    const years = commonest(rows.map(row => String(new Date(row.date).getFullYear())));
    for (const year of years.slice(0, 2)) {
      const period = readDay(year);
      if (period !== undefined) terms.push({ kind: 'date', how: 'on', ...period, not: false });
    }
  }
  const [mailbox] = commonest(rows.map(row => row.mailbox));
  if (mailbox !== undefined && isWritable(mailbox) && !kinds.has('name')) {
    terms.push({ kind: 'name', what: 'in', text: mailbox, not: false });
  }
  if (some(row => row.unread)) terms.push(unread);
  if (some(row => row.flagged)) terms.push(flagged);
  return terms;
}

/** From the commonest on; none where all are the same, or each is another. */
function commonest(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size < 2 || counts.size === values.length) return [];
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

/** Whether a query can say it, and `parse` reads it as it is. */
function isWritable(text: string): boolean {
  return (
    text === text.trim().replace(/\s+/g, ' ') && /[\p{L}\p{N}]/u.test(text) && !quotes.test(text)
  );
}

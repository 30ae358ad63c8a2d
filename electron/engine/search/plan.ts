import type { SQLInputValue } from 'node:sqlite';
import type { Query, Term } from '../../../shared/search/query.ts';
import type { Sql } from '../catalog/page-sql.ts';
import type { CatalogNames } from './catalog-names.ts';
import {
  all,
  any,
  expressionOf,
  headlineExpression,
  type IndexedTerm,
  needsLook,
  neighboursExpression,
  without,
} from './words-expression.ts';

/** How a query is answered. */
export interface Plan {
  /** What FTS5 is asked; undefined: every message. */
  readonly words: string | undefined;
  /** What `neighbours` is asked beside: more words never fit by it than by the message itself. */
  readonly neighbours: string | undefined;
  /** What the rest of it asks of `messages` (the catalog) and `documents`, joined by AND. */
  readonly conditions: readonly Sql[];
  /** The mailboxes, by id, to one of which every message must belong; undefined: any. */
  readonly mailboxes: readonly number[] | undefined;
  readonly flag: 'flagged' | 'unread' | undefined;
  /** Groups of which the index cannot tell: their messages have to be looked at. */
  readonly looks: Query;
  /** The same words in what a list shows: all of them there, or some. */
  readonly headline: { readonly all: string; readonly some: string } | undefined;
}

export interface Narrow {
  readonly mailbox?: string | undefined;
}

/** @param query without terms of accounts */
export function planOf(query: Query, { mailbox }: Narrow, names: CatalogNames): Plan {
  const fits: string[] = [];
  const excludes: string[] = [];
  const conditions: Sql[] = [];
  const looks: Term[][] = [];
  const neighbours: string[] = [];
  const chosen = mailbox === undefined ? [] : [names.mailbox(mailbox)];
  const lists: (readonly number[])[] = [...chosen];
  let flag: Plan['flag'];
  for (const group of query) {
    if (group.some(needsLook)) looks.push(group);
    neighbours.push(...neighboursOf(group));
    if (group.every(isIndexed)) {
      const expression = groupExpression(group);
      if (expression === undefined) continue;
      if (group.every(term => term.not) && group.length === 1) {
        excludes.push(expressionOf(group[0] as IndexedTerm));
      } else fits.push(expression);
      continue;
    }
    const [term] = group;
    if (group.length === 1 && term !== undefined && !term.not) {
      if (term.kind === 'name' && term.what === 'in') {
        lists.push(names.mailboxesLike(term.text));
        continue;
      }
      if (term.kind === 'flag' && term.flag !== 'read') flag ??= term.flag;
    }
    conditions.push(groupCondition(group, names));
  }
  const [first, ...others] = lists;
  for (const list of others) conditions.push(within(list));
  return {
    words: wordsOf(fits, excludes),
    neighbours: neighbours.length === 0 ? undefined : all(neighbours),
    conditions,
    mailboxes: first,
    flag,
    looks,
    headline: headlineOf(query),
  };
}

function wordsOf(fits: readonly string[], excludes: readonly string[]): string | undefined {
  if (fits.length === 0 && excludes.length === 0) return undefined;
  return fits.length === 0 ? without(excludes) : without(excludes, all(fits));
}

/** @returns none where a message may fit without them */
function neighboursOf(group: readonly Term[]): string[] {
  const expressions = group.map(term => (term.not ? undefined : neighboursExpression(term)));
  const known = expressions.filter(each => each !== undefined);
  return known.length > 0 && known.length === expressions.length ? [any(known)] : [];
}

function isIndexed(term: Term): term is IndexedTerm {
  return term.kind === 'words' || term.kind === 'type';
}

/** @returns undefined where the index leaves none out */
function groupExpression(group: readonly IndexedTerm[]): string | undefined {
  // Without looking nobody knows who has its words in another order.
  if (group.some(term => term.not && needsLook(term))) return undefined;
  return any(group.map(term => (term.not ? without([expressionOf(term)]) : expressionOf(term))));
}

function headlineOf(query: Query): Plan['headline'] {
  const terms = query.flatMap(group => {
    const words = group.filter(term => term.kind === 'words');
    const wanted = words.filter(term => !term.not && term.field === 'anywhere');
    return wanted.length === 0 ? [] : [any(wanted.map(headlineExpression))];
  });
  return terms.length === 0 ? undefined : { all: all(terms), some: any(terms) };
}

function groupCondition(group: readonly Term[], names: CatalogNames): Sql {
  const parts = group.map(term => termCondition(term, names));
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** What a term asks of `messages` and `documents`. */
export function termCondition(term: Term, names: CatalogNames): Sql {
  const { sql, values } = plainCondition(term, names);
  if (!term.not) return { sql, values };
  // Who has the words of a phrase may not have the phrase.
  return needsLook(term) ? { sql: 'TRUE', values: [] } : { sql: `NOT ${sql}`, values };
}

function plainCondition(term: Term, names: CatalogNames): Sql {
  switch (term.kind) {
    case 'words':
    case 'type':
      return sql(
        '(documents.id IN (SELECT rowid FROM words WHERE words MATCH ?))',
        expressionOf(term),
      );
    case 'date':
      switch (term.how) {
        case 'before':
          return sql('(messages.date < ?)', term.start);
        case 'after':
          return sql('(messages.date >= ?)', term.start);
        case 'on':
          return sql('(messages.date >= ? AND messages.date < ?)', term.start, term.end);
      }
      break;
    case 'size':
      return sql(`(messages.size ${term.how === 'larger' ? '>' : '<'} ?)`, term.bytes);
    case 'attachment':
      return sql('(messages.attachments > 0)');
    case 'flag':
      return term.flag === 'flagged'
        ? sql('(messages.flagged = 1)')
        : sql('(messages.unread = ?)', term.flag === 'unread' ? 1 : 0);
    case 'name':
      if (term.what === 'in') return within(names.mailboxesLike(term.text));
      if (term.what === 'label') return labelled(names.label(term.text));
      return sql('TRUE');
  }
}

/** The message itself, or one that is kept there for another mailbox. */
function within(mailboxes: readonly number[]): Sql {
  const list = JSON.stringify(mailboxes);
  return sql(
    `(messages.mailbox IN (SELECT value FROM json_each(?)) OR EXISTS (SELECT 1 FROM catalog.messages AS elsewhere
       WHERE elsewhere.origin = messages.id AND elsewhere.mailbox IN (SELECT value FROM json_each(?))))`,
    list,
    list,
  );
}

function labelled(label: number | undefined): Sql {
  if (label === undefined) return sql('FALSE');
  return sql(
    `(EXISTS (SELECT 1 FROM catalog.labelled WHERE labelled.label = ?
        AND labelled.mailbox = messages.mailbox AND labelled.uid = messages.uid)
      OR EXISTS (SELECT 1 FROM catalog.messages AS elsewhere CROSS JOIN catalog.labelled
        ON labelled.mailbox = elsewhere.mailbox AND labelled.uid = elsewhere.uid
        WHERE elsewhere.origin = messages.id AND labelled.label = ?))`,
    label,
    label,
  );
}

function sql(text: string, ...values: SQLInputValue[]): Sql {
  return { sql: text, values };
}

import type { SQLInputValue } from 'node:sqlite';
import type { SortKey } from '../../../shared/model/library.ts';
import type { CatalogQuery } from './catalog-calls.ts';
import { fold } from './fold.ts';
import { indexFor, sortColumns } from './sort-indexes.ts';

export interface Sql {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** What is asked for, without the page of it. */
export type ListQuery = Omit<CatalogQuery, 'offset' | 'limit'>;

/** What is known of the catalog when a list of it is asked for. */
export interface Circumstances {
  hasIndex(name: string): boolean;
  /** How many messages of the mailbox, or of all, there are. */
  readonly messages: number;
  /** How many of them are in the stretch of time that is asked for. */
  readonly within: number;
  /** How many different texts messages can be sorted by. */
  readonly keys: { readonly authors: number; readonly topics: number };
}

const keyTables = {
  sender: { table: 'authors', column: 'author' },
  subject: { table: 'topics', column: 'topic' },
} as const;

/** Finding a message's text takes as long as going over so many texts in their order. */
const textsPerMessage = 4;
/** Finding one message and sorting it takes as long as going over so many in their order. */
const messagesPerFound = 10;

/** The ids of a list in their order; `LIMIT ? OFFSET ?` takes two values behind the given ones. */
export function idsInOrder(query: ListQuery, known: Circumstances): Sql {
  const { sort, descending } = query;
  const direction = descending ? 'DESC' : 'ASC';
  const keys = sort === 'sender' || sort === 'subject' ? keyTables[sort] : undefined;
  const first = keys === undefined ? `messages.${sortColumns[sort]}` : `${keys.table}.key`;
  const order = [...new Set([first, 'messages.date', 'messages.id'])]
    .map(column => `${column} ${direction}`)
    .join(', ');
  const { sql, values } = matching(query);
  return {
    sql: `SELECT messages.id FROM ${tables(query, known)} WHERE ${sql}
      ORDER BY ${order} LIMIT ? OFFSET ?`,
    values,
  };
}

/**
 * A CROSS JOIN is made from left to right (https://sqlite.org/optoverview.html#crossjoin): over the texts in
 * their order to the messages of each, which sorts nothing; or over the messages to the text of each, where
 * they are few.
 */
function tables(query: ListQuery, known: Circumstances): string {
  const { sort, mailbox } = query;
  const { hasIndex, messages, within, keys } = known;
  const text = textFiltered(query);
  const isShort = within * messagesPerFound < messages;
  const index = indexFor(text ?? (isShort ? 'date' : sort), mailbox);
  const indexed = hasIndex(index) ? `messages INDEXED BY ${index}` : 'messages';
  if (sort !== 'sender' && sort !== 'subject') return indexed;
  const { table, column } = keyTables[sort];
  const isOverTexts =
    text === undefined && !isShort && hasIndex(index) && messages * textsPerMessage >= keys[table];
  const order = isOverTexts ? [table, indexed] : [indexed, table];
  return `${order.join(' CROSS JOIN ')} ON messages.${column} = ${table}.id`;
}

/** The text that is looked for: of two, the one that more often differs. */
function textFiltered({ sender, subject }: ListQuery): SortKey | undefined {
  if (subject !== undefined) return 'subject';
  return sender === undefined ? undefined : 'sender';
}

/** Which messages are in a list. */
export function matching({ mailbox, sender, subject, since, before }: ListQuery): Sql {
  const conditions: { sql: string; value?: SQLInputValue }[] = [
    // A message that stands in several mailboxes counts once over all of them.
    mailbox === undefined
      ? { sql: 'messages.origin IS NULL' }
      : { sql: 'messages.mailbox = (SELECT id FROM mailboxes WHERE name = ?)', value: mailbox },
  ];
  if (subject !== undefined) conditions.push(containing('subject', subject));
  if (sender !== undefined) conditions.push(containing('sender', sender));
  if (since !== undefined) conditions.push({ sql: 'messages.date >= ?', value: since });
  if (before !== undefined) conditions.push({ sql: 'messages.date < ?', value: before });
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ value }) => (value === undefined ? [] : [value])),
  };
}

function containing(field: 'sender' | 'subject', words: string) {
  const { table, column } = keyTables[field];
  const text = fold(words.trim());
  const isLong = [...text].length >= 3;
  return field === 'subject' && isLong
    ? {
        sql: 'messages.topic IN (SELECT rowid FROM topic_trigrams WHERE key MATCH ?)',
        value: `"${text.replaceAll('"', '""')}"`,
      }
    : {
        sql: `messages.${column} IN (SELECT id FROM ${table} WHERE instr(key, ?) > 0)`,
        value: text,
      };
}

import type { SQLInputValue } from 'node:sqlite';
import type { CatalogQuery } from './catalog-calls.ts';
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
  /** How many different texts messages can be sorted by. */
  readonly keys: { readonly authors: number; readonly topics: number };
}

const keyTables = {
  sender: { table: 'authors', column: 'author' },
  subject: { table: 'topics', column: 'topic' },
} as const;

/** Finding a message's text takes as long as going over so many texts in their order. */
const textsPerMessage = 4;

/** The ids of a list in their order; `LIMIT ? OFFSET ?` takes two values behind the given ones. */
export function idsInOrder(query: ListQuery, known: Circumstances): Sql {
  const { mailbox, sort, descending } = query;
  const direction = descending ? 'DESC' : 'ASC';
  const keys = sort === 'sender' || sort === 'subject' ? keyTables[sort] : undefined;
  const first = keys === undefined ? `messages.${sortColumns[sort]}` : `${keys.table}.key`;
  const order = [...new Set([first, 'messages.date', 'messages.id'])]
    .map(column => `${column} ${direction}`)
    .join(', ');
  const listed = listedIn(mailbox);
  return {
    sql: `SELECT messages.id FROM ${tables(query, known)} WHERE ${listed.sql}
      ORDER BY ${order} LIMIT ? OFFSET ?`,
    values: listed.values,
  };
}

/** Which messages a list has. */
export function listedIn(mailbox: string | undefined): Sql {
  // A message that stands in several mailboxes counts once over all of them.
  if (mailbox === undefined) return { sql: 'messages.origin IS NULL', values: [] };
  return { sql: 'messages.mailbox = (SELECT id FROM mailboxes WHERE name = ?)', values: [mailbox] };
}

/** The conversations of a mailbox, or of all; see `thread-tables.ts`. */
export function conversationsIn(mailbox: string | undefined): Sql {
  return {
    sql: `FROM conversations WHERE mailbox = ${
      mailbox === undefined ? '0' : '(SELECT id FROM mailboxes WHERE name = ?)'
    }`,
    values: mailbox === undefined ? [] : [mailbox],
  };
}

/** The newest message of each conversation, as {@link idsInOrder} has those of a list. */
export function conversationsInOrder({ mailbox, descending }: ListQuery): Sql {
  const direction = descending ? 'DESC' : 'ASC';
  const { sql, values } = conversationsIn(mailbox);
  return {
    sql: `SELECT newest AS id ${sql}
      ORDER BY date ${direction}, newest ${direction} LIMIT ? OFFSET ?`,
    values,
  };
}

/**
 * A CROSS JOIN is made from left to right (https://sqlite.org/optoverview.html#crossjoin): over the texts in
 * their order to the messages of each, which sorts nothing; or over the messages to the text of each, where
 * they are few.
 */
function tables({ sort, mailbox }: ListQuery, { hasIndex, messages, keys }: Circumstances): string {
  const index = indexFor(sort, mailbox);
  const indexed = hasIndex(index) ? `messages INDEXED BY ${index}` : 'messages';
  if (sort !== 'sender' && sort !== 'subject') return indexed;
  const { table, column } = keyTables[sort];
  const isOverTexts = hasIndex(index) && messages * textsPerMessage >= keys[table];
  const order = isOverTexts ? [table, indexed] : [indexed, table];
  return `${order.join(' CROSS JOIN ')} ON messages.${column} = ${table}.id`;
}

import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type {
  CatalogMailbox,
  CatalogPage,
  CatalogQuery,
  CatalogRow,
  CatalogStock,
} from './catalog-calls.ts';
import { numberIn, type Row, textIn } from './columns.ts';
import {
  type Circumstances,
  conversationsIn,
  conversationsInOrder,
  idsInOrder,
} from './page-sql.ts';
import type { SortIndexes } from './sort-indexes.ts';
import { unthreaded } from './thread-tables.ts';

/** What a row of the list is made of, and where that is. */
export const rowColumns = `messages.id, mailboxes.name AS mailbox, sender, recipients, subject, date, size,
  attachments, messages.unread, kind, gone`;
export const rowTables = 'messages JOIN mailboxes ON mailboxes.id = messages.mailbox';

/** No mail is older; a Date header may say anything. */
const firstYear = 1971;

/** Answers what the library asks of one catalog. */
export class Queries {
  readonly #database: DatabaseSync;
  readonly #indexes: SortIndexes;

  constructor(database: DatabaseSync, indexes: SortIndexes) {
    this.#database = database;
    this.#indexes = indexes;
  }

  mailboxes(): CatalogMailbox[] {
    const rows = this.#database
      .prepare('SELECT name, messages, unread FROM mailboxes ORDER BY name')
      .all();
    return rows.map(row => ({
      name: textIn(row, 'name'),
      messages: numberIn(row, 'messages'),
      unread: numberIn(row, 'unread'),
    }));
  }

  stock(): CatalogStock {
    const rows = this.#database
      .prepare(
        `SELECT CAST(strftime('%Y', date / 1000, 'unixepoch') AS INTEGER) AS year,
           count(*) AS messages, sum(size) AS bytes
         FROM messages WHERE origin IS NULL GROUP BY year ORDER BY year`,
      )
      .all();
    const bytes = rows.reduce((sum, row) => sum + numberIn(row, 'bytes'), 0);
    const latest = new Date().getUTCFullYear() + 1;
    const years = rows
      .map(row => ({ year: Number(row.year), messages: numberIn(row, 'messages') }))
      .filter(({ year }) => year >= firstYear && year <= latest);
    return { bytes, years };
  }

  /** A page in the second half of a list is counted from its end. */
  messages(asked: CatalogQuery): CatalogPage {
    const conversations = asked.conversations === true && !this.#isUnthreaded();
    const query = { ...asked, conversations };
    const { descending, offset } = query;
    // Before all else: a list that changes meanwhile is taken for an older one, and so asked again.
    const version = this.#version();
    const total = conversations ? this.#conversations(query) : this.#total(query);
    const limit = Math.max(0, Math.min(query.limit, total - offset));
    const behind = Math.max(0, total - offset - limit);
    const ids =
      behind < offset
        ? this.#ids({ ...query, descending: !descending }, limit, behind).reverse()
        : this.#ids(query, limit, offset);
    return { total, rows: this.#rows(ids), conversations, version };
  }

  /** Of changes, SQLite counts those of this connection, and numbers those that others made. */
  #version(): string {
    const own = this.#one('SELECT key, total_changes() AS changes FROM generation');
    const others = numberIn(this.#one('PRAGMA data_version'), 'data_version');
    return `${textIn(own, 'key')} ${numberIn(own, 'changes')} ${others}`;
  }

  /** Some were listed by a version that knew no conversations, and wait for their headers to be read. */
  #isUnthreaded(): boolean {
    return this.#database.prepare(`SELECT 1 FROM ${unthreaded} LIMIT 1`).get() !== undefined;
  }

  #conversations({ mailbox }: CatalogQuery): number {
    const { sql, values } = conversationsIn(mailbox);
    return this.#number(`SELECT count(*) AS number ${sql}`, values);
  }

  /** One text of all ids: a row for each would take longer than finding them. */
  #ids(query: CatalogQuery, limit: number, offset: number): number[] {
    const { sql, values } =
      query.conversations === true
        ? conversationsInOrder(query)
        : idsInOrder(query, this.#circumstances(query));
    const found = this.#one(`SELECT json_group_array(id) AS ids FROM (${sql})`, [
      ...values,
      limit,
      offset,
    ]);
    return JSON.parse(textIn(found, 'ids'));
  }

  #circumstances(query: CatalogQuery): Circumstances {
    return {
      hasIndex: name => this.#indexes.has(name),
      messages: this.#total(query),
      // They are never taken away one by one.
      keys: {
        authors: this.#number('SELECT max(id) AS number FROM authors'),
        topics: this.#number('SELECT max(id) AS number FROM topics'),
      },
    };
  }

  #total({ mailbox }: CatalogQuery): number {
    return mailbox === undefined
      ? this.#number('SELECT sum(own) AS number FROM mailboxes')
      : this.#number('SELECT messages AS number FROM mailboxes WHERE name = ?', [mailbox]);
  }

  #rows(ids: readonly number[]): CatalogRow[] {
    const statement = this.#database.prepare(
      `SELECT ${rowColumns} FROM ${rowTables} WHERE messages.id = ?`,
    );
    return ids.flatMap(id => {
      const row = statement.get(id);
      return row === undefined ? [] : [rowOf(row)];
    });
  }

  #number(sql: string, values?: readonly SQLInputValue[]): number {
    return numberIn(this.#one(sql, values), 'number');
  }

  #one(sql: string, values: readonly SQLInputValue[] = []): Row {
    return this.#database.prepare(sql).get(...values) ?? {};
  }
}

export function rowOf(row: Row): CatalogRow {
  return {
    id: numberIn(row, 'id'),
    mailbox: textIn(row, 'mailbox'),
    sender: textIn(row, 'sender'),
    recipients: textIn(row, 'recipients'),
    subject: textIn(row, 'subject'),
    date: numberIn(row, 'date'),
    size: numberIn(row, 'size'),
    attachments: numberIn(row, 'attachments'),
    unread: row.unread === 1,
    headersOnly: isHeadersOnly(row.kind),
    gone: row.gone === 1,
  };
}

export function isHeadersOnly(kind: SQLOutputValue | undefined): boolean {
  return kind === 'header' || kind === 'new_header';
}

import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { CatalogMailbox, CatalogQuery, CatalogRow, CatalogStock } from './catalog-calls.ts';
import { numberIn, type Row, textIn } from './columns.ts';
import { type Circumstances, idsInOrder, matching } from './page-sql.ts';
import type { SortIndexes } from './sort-indexes.ts';

const columns = 'id, sender, subject, date, size, attachments, unread, kind, gone';

/** No mail is older; a Date header may say anything. */
const firstYear = 1971;

/** Answers what the library asks of one catalog. */
export class Queries {
  readonly #database: DatabaseSync;
  readonly #indexes: SortIndexes;
  /** The rows of the last filter, so that paging through them does not look for them again. */
  #found: { readonly key: string; readonly ids: readonly number[] } | undefined;

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

  messages(query: CatalogQuery): { total: number; rows: CatalogRow[] } {
    const { sort, sender, subject, since, before, offset, limit } = query;
    const isTextual = sender !== undefined || subject !== undefined;
    const isWithin = since !== undefined || before !== undefined;
    // The list by date has a stretch of time in one piece.
    if (!isTextual && (!isWithin || sort === 'date')) {
      return this.#stretch(query, isWithin ? this.#count(query) : this.#total(query));
    }
    const ids = this.#filtered(query);
    return { total: ids.length, rows: this.#rows(ids.slice(offset, offset + limit)) };
  }

  /** A page in the second half of a list is counted from its end. */
  #stretch(query: CatalogQuery, total: number): { total: number; rows: CatalogRow[] } {
    const { descending, offset } = query;
    const limit = Math.max(0, Math.min(query.limit, total - offset));
    const behind = Math.max(0, total - offset - limit);
    const ids =
      behind < offset
        ? this.#ids({ ...query, descending: !descending }, limit, behind).reverse()
        : this.#ids(query, limit, offset);
    return { total, rows: this.#rows(ids) };
  }

  #filtered(query: CatalogQuery): readonly number[] {
    const { offset: _offset, limit: _limit, ...rest } = query;
    const key = `${this.#state()} ${JSON.stringify(rest)}`;
    if (this.#found?.key !== key) this.#found = { key, ids: this.#ids(query, -1, 0) };
    return this.#found.ids;
  }

  /** Changes with every change of the catalog, no matter who makes it. */
  #state(): string {
    const { version } = this.#one('SELECT data_version AS version FROM pragma_data_version');
    const { changes } = this.#one('SELECT total_changes() AS changes');
    return `${version} ${changes}`;
  }

  /** One text of all ids: a row for each would take longer than finding them. */
  #ids(query: CatalogQuery, limit: number, offset: number): number[] {
    const { sql, values } = idsInOrder(query, this.#circumstances(query));
    const found = this.#one(`SELECT json_group_array(id) AS ids FROM (${sql})`, [
      ...values,
      limit,
      offset,
    ]);
    return JSON.parse(textIn(found, 'ids'));
  }

  #circumstances(query: CatalogQuery): Circumstances {
    const messages = this.#total(query);
    const isWithin = query.since !== undefined || query.before !== undefined;
    return {
      hasIndex: name => this.#indexes.has(name),
      messages,
      within: isWithin ? this.#count(query) : messages,
      // They are never taken away one by one.
      keys: {
        authors: this.#number('SELECT max(id) AS number FROM authors'),
        topics: this.#number('SELECT max(id) AS number FROM topics'),
      },
    };
  }

  /** How many there are without a filter. */
  #total({ mailbox }: CatalogQuery): number {
    return mailbox === undefined
      ? this.#number('SELECT sum(own) AS number FROM mailboxes')
      : this.#number('SELECT messages AS number FROM mailboxes WHERE name = ?', [mailbox]);
  }

  /** How many there are in a stretch of time, whatever else is asked. */
  #count({ mailbox, since, before, sort, descending }: CatalogQuery): number {
    const { sql, values } = matching({ mailbox, since, before, sort, descending });
    return this.#number(`SELECT count(*) AS number FROM messages WHERE ${sql}`, values);
  }

  #rows(ids: readonly number[]): CatalogRow[] {
    const statement = this.#database.prepare(`SELECT ${columns} FROM messages WHERE id = ?`);
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
    sender: textIn(row, 'sender'),
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

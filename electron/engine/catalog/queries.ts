import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { CatalogMailbox, CatalogQuery, CatalogRow } from './catalog-calls.ts';
import { sortColumns } from './database.ts';
import { fold } from './fold.ts';

const columns = 'id, sender, subject, date, size, attachments, unread, kind, gone';

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Answers what the library asks of one catalog. */
export class Queries {
  readonly #database: DatabaseSync;
  /** The rows of the last filter, so that paging through them does not look for them again. */
  #found: { readonly key: string; readonly ids: readonly number[] } | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  mailboxes(): CatalogMailbox[] {
    const rows = this.#database
      .prepare(
        `SELECT mailboxes.name, count(messages.id) AS messages, coalesce(sum(unread), 0) AS unread
         FROM mailboxes LEFT JOIN messages ON mailbox = mailboxes.id
         GROUP BY mailboxes.id ORDER BY mailboxes.name`,
      )
      .all();
    return rows.map(row => ({
      name: textIn(row, 'name'),
      messages: numberIn(row, 'messages'),
      unread: numberIn(row, 'unread'),
    }));
  }

  messages(query: CatalogQuery): { total: number; rows: CatalogRow[] } {
    const { mailbox, sender, subject, since, before, offset, limit } = query;
    const isFiltered = [sender, subject, since, before].some(each => each !== undefined);
    if (isFiltered) {
      const ids = this.#filtered(query);
      return { total: ids.length, rows: this.#rows(ids.slice(offset, offset + limit)) };
    }
    const condition = within(mailbox);
    const total = this.#count(condition);
    const ids = this.#ids(condition, query, offset, limit);
    return { total, rows: this.#rows(ids) };
  }

  #filtered(query: CatalogQuery): readonly number[] {
    const { offset: _offset, limit: _limit, ...rest } = query;
    const key = `${this.#state()} ${JSON.stringify(rest)}`;
    if (this.#found?.key !== key) {
      const conditions = [within(query.mailbox), ...filters(query)];
      const condition = {
        sql: conditions.map(each => each.sql).join(' AND '),
        values: conditions.flatMap(each => each.values),
      };
      this.#found = { key, ids: this.#ids(condition, query, 0, -1) };
    }
    return this.#found.ids;
  }

  /** Changes with every change of the catalog, whoever makes it. */
  #state(): string {
    const { version } = this.#one('SELECT data_version AS version FROM pragma_data_version');
    const { changes } = this.#one('SELECT total_changes() AS changes');
    return `${version} ${changes}`;
  }

  #count({ sql, values }: Condition): number {
    return numberIn(
      this.#one(`SELECT count(*) AS total FROM messages WHERE ${sql}`, values),
      'total',
    );
  }

  /** Indexes hold all that this asks for, so that going far into the list reads no rows. */
  #ids(
    { sql, values }: Condition,
    { sort, descending }: Pick<CatalogQuery, 'sort' | 'descending'>,
    offset: number,
    limit: number,
  ): number[] {
    const direction = descending ? 'DESC' : 'ASC';
    const order = [...new Set([sortColumns[sort], 'date', 'id'])]
      .map(column => `${column} ${direction}`)
      .join(', ');
    const statement = this.#database.prepare(
      `SELECT id FROM messages WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    );
    return statement.all(...values, limit, offset).map(row => numberIn(row, 'id'));
  }

  #rows(ids: readonly number[]): CatalogRow[] {
    const statement = this.#database.prepare(`SELECT ${columns} FROM messages WHERE id = ?`);
    return ids.flatMap(id => {
      const row = statement.get(id);
      return row === undefined ? [] : [rowOf(row)];
    });
  }

  #one(sql: string, values: readonly SQLInputValue[] = []): Record<string, SQLOutputValue> {
    return this.#database.prepare(sql).get(...values) ?? {};
  }
}

/** A message that stands in several mailboxes counts once over all of them. */
function within(mailbox: string | undefined): Condition {
  if (mailbox === undefined) return { sql: 'origin IS NULL', values: [] };
  return { sql: 'mailbox = (SELECT id FROM mailboxes WHERE name = ?)', values: [mailbox] };
}

function filters({ sender, subject, since, before }: CatalogQuery): Condition[] {
  const conditions: Condition[] = [];
  if (sender !== undefined) {
    conditions.push({ sql: 'instr(author_key, ?) > 0', values: [fold(sender.trim())] });
  }
  if (subject !== undefined) {
    conditions.push({ sql: 'instr(subject_key, ?) > 0', values: [fold(subject.trim())] });
  }
  if (since !== undefined) conditions.push({ sql: 'date >= ?', values: [since] });
  if (before !== undefined) conditions.push({ sql: 'date < ?', values: [before] });
  return conditions;
}

function rowOf(row: Record<string, SQLOutputValue>): CatalogRow {
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

export function numberIn(row: Record<string, SQLOutputValue>, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
}

export function textIn(row: Record<string, SQLOutputValue>, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

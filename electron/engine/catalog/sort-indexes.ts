import type { DatabaseSync } from 'node:sqlite';
import type { SortKey } from '../../../shared/model/library.ts';
import { numberIn } from './columns.ts';

/** What the list can be sorted by. The list by date is always in order: the others wait for {@link SortIndexes}. */
export const sortColumns = {
  date: 'date',
  sender: 'author',
  subject: 'topic',
  size: 'size',
  attachments: 'attachments',
  unread: 'unread',
} as const satisfies Record<SortKey, string>;

const onDemand = Object.entries(sortColumns).flatMap(([key, column]) => {
  if (column === 'date') return [];
  return [
    { name: `mailbox_by_${key}`, on: `(mailbox, ${column}, date)`, where: '' },
    { name: `all_by_${key}`, on: `(${column}, date)`, where: 'WHERE origin IS NULL' },
  ];
});

/**
 * To add a message to them costs a page of each, more the larger they are; to make them costs a tenth of
 * that for each message that is there. So they are made again when more than this part of a list is new.
 */
const largestPart = 1 / 20;

/** The name of the index that has a list in this order. */
export function indexFor(sort: SortKey, mailbox: string | undefined): string {
  return `${mailbox === undefined ? 'all' : 'mailbox'}_by_${sort}`;
}

/** The indexes of a catalog that are not there while a large part of it is being listed. */
export class SortIndexes {
  readonly #database: DatabaseSync;
  #added = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  has(name: string): boolean {
    return (
      this.#database
        .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?")
        .get(name) !== undefined
    );
  }

  /** Makes way for so many messages, within a transaction of the caller's. */
  expect(messages: number): void {
    this.#added += messages;
    const row = this.#database.prepare('SELECT sum(messages) AS total FROM mailboxes').get() ?? {};
    if (this.#added <= numberIn(row, 'total') * largestPart) return;
    for (const { name } of onDemand) this.#database.exec(`DROP INDEX IF EXISTS ${name}`);
  }

  /** Makes one that is missing; a second or so for a million messages. @returns false where none is */
  makeOne(): boolean {
    const missing = onDemand.find(({ name }) => !this.has(name));
    if (missing === undefined) return false;
    const { name, on, where } = missing;
    this.#database.exec(`CREATE INDEX IF NOT EXISTS ${name} ON messages ${on} ${where}`);
    this.#added = 0;
    return true;
  }
}

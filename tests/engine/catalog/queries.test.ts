import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogQuery } from '../../../electron/engine/catalog/catalog-calls.ts';
import { openDatabase } from '../../../electron/engine/catalog/database.ts';
import { Queries } from '../../../electron/engine/catalog/queries.ts';
import { SortIndexes } from '../../../electron/engine/catalog/sort-indexes.ts';
import type { SortKey } from '../../../shared/model/library.ts';
import { catalogWith, type SomeRow } from './some-rows.ts';

const sorts: readonly SortKey[] = ['date', 'sender', 'subject', 'size', 'attachments', 'unread'];

const aRow: fc.Arbitrary<SomeRow> = fc.record({
  mailbox: fc.constantFrom('INBOX', 'Sent', 'Práce/2024'),
  sender: fc.constantFrom('Alice', 'alice', 'Álice', 'Bob <b@example.org>', '', 'Žofie'),
  subject: fc.constantFrom('Invoice', 'INVOICE 2', 'Faktura č. 3', '', '100 %', "it's"),
  date: fc.integer({ min: 0, max: 20 }).map(days => days * 86_400_000),
  size: fc.integer({ min: 0, max: 5 }),
  attachments: fc.integer({ min: 0, max: 2 }),
  unread: fc.boolean(),
});

const aQuery: fc.Arbitrary<CatalogQuery> = fc.record({
  mailbox: fc.constantFrom(undefined, 'INBOX', 'Sent', 'None'),
  sort: fc.constantFrom(...sorts),
  descending: fc.boolean(),
  offset: fc.integer({ min: 0, max: 30 }),
  limit: fc.integer({ min: 1, max: 20 }),
});

/** As people take words to be the same. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const keys: Record<SortKey, (row: SomeRow) => number | string> = {
  date: row => row.date,
  sender: row => plain(row.sender),
  subject: row => plain(row.subject),
  size: row => row.size,
  attachments: row => row.attachments,
  unread: row => Number(row.unread),
};

function expected(rows: readonly SomeRow[], query: CatalogQuery): { total: number; ids: number[] } {
  const { mailbox } = query;
  const found = rows
    .map((row, index) => ({ row, id: index + 1 }))
    .filter(({ row }) => mailbox === undefined || row.mailbox === mailbox);
  const key = keys[query.sort];
  const compare = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);
  found.sort(
    (a, b) =>
      compare(key(a.row), key(b.row)) || compare(a.row.date, b.row.date) || compare(a.id, b.id),
  );
  if (query.descending) found.reverse();
  const ids = found.map(({ id }) => id);
  return { total: ids.length, ids: ids.slice(query.offset, query.offset + query.limit) };
}

describe('pages of the list', () => {
  test('are what sorting by hand gives, every page of every question', () => {
    fc.assert(
      fc.property(
        fc.array(aRow, { maxLength: 40 }),
        fc.array(aQuery, { minLength: 1, maxLength: 10 }),
        fc.boolean(),
        (rows, asked, isSorted) => {
          const { database } = catalogWith(rows);
          const indexes = new SortIndexes(database);
          while (isSorted && indexes.makeOne());
          const queries = new Queries(database, indexes);
          for (const query of asked) {
            const { total, rows: page } = queries.messages(query);
            expect({ total, ids: page.map(row => row.id) }).toEqual(expected(rows, query));
          }
          database.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a list has another version after each change of it, whoever made that', () => {
  const [row] = fc.sample(aRow, 1);
  const { folder, database } = catalogWith(row === undefined ? [] : [row]);
  const elsewhere = openDatabase(folder);
  const queries = new Queries(database, new SortIndexes(database));
  const page = { sort: 'date', descending: true, offset: 0, limit: 0 } as const;
  const versions = [queries.messages(page).version];
  expect(queries.messages(page).version).toBe(versions[0]);
  for (const changed of [database, elsewhere]) {
    changed.exec('UPDATE messages SET date = date + 1');
    versions.push(queries.messages(page).version);
  }
  const other = catalogWith([]).database;
  versions.push(new Queries(other, new SortIndexes(other)).messages(page).version);
  expect(new Set(versions).size).toBe(4);
  for (const each of [database, elsewhere, other]) each.close();
});

test('mailboxes are counted, those without messages too', () => {
  fc.assert(
    fc.property(fc.array(aRow, { maxLength: 40 }), rows => {
      const { database } = catalogWith(rows);
      const names = [...new Set(rows.map(row => row.mailbox))].sort((a, b) =>
        Buffer.compare(Buffer.from(a), Buffer.from(b)),
      );
      const counts = names.map(name => {
        const inside = rows.filter(row => row.mailbox === name);
        return { name, messages: inside.length, unread: inside.filter(row => row.unread).length };
      });
      expect(new Queries(database, new SortIndexes(database)).mailboxes()).toEqual(counts);
      database.close();
    }),
    { numRuns: 30 },
  );
});

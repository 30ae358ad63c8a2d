import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { idsInOrder, type ListQuery } from '../../../electron/engine/catalog/page-sql.ts';
import { Queries } from '../../../electron/engine/catalog/queries.ts';
import {
  indexFor,
  SortIndexes,
  sortColumns,
} from '../../../electron/engine/catalog/sort-indexes.ts';
import type { SortKey } from '../../../shared/model/library.ts';
import { catalogWith } from './some-rows.ts';

const sorts = Object.keys(sortColumns) as SortKey[];
const mailboxes = [undefined, 'INBOX'];

/** A catalog with its indexes; which way a list is found depends on them and on counts, not on its rows. */
function sortedCatalog(): { database: DatabaseSync; indexes: SortIndexes } {
  const { database } = catalogWith([]);
  const indexes = new SortIndexes(database);
  while (indexes.makeOne());
  return { database, indexes };
}

function planOf(query: Partial<ListQuery>, messages = 1_000_000): string[] {
  const { database, indexes } = sortedCatalog();
  const { sql, values } = idsInOrder(
    { sort: 'date', descending: true, ...query },
    {
      hasIndex: name => indexes.has(name),
      messages,
      keys: { authors: 30_000, topics: 800_000 },
    },
  );
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values, 100, 0);
  database.close();
  return steps.map(({ detail }) => String(detail));
}

describe('a page', () => {
  const lists = sorts.flatMap(sort =>
    mailboxes.flatMap(mailbox => [true, false].map(descending => ({ sort, mailbox, descending }))),
  );

  test.each(lists)(
    'sorted by $sort in $mailbox, descending $descending, is read off indexes',
    list => {
      const plan = planOf(list);
      expect(plan.length).toBeGreaterThan(0);
      expect(plan.filter(step => step.includes('TEMP B-TREE'))).toEqual([]);
      const reads = plan.filter(step => /messages/.test(step) && !/mailboxes/.test(step));
      expect(reads).toHaveLength(1);
      expect(reads[0]).toMatch(new RegExp(`INDEX ${indexFor(list.sort, list.mailbox)}\\b`));
    },
  );

  test('of conversations is read off indexes, whatever is asked for it', () => {
    const { database, indexes } = sortedCatalog();
    const asked: string[] = [];
    const prepare = database.prepare.bind(database);
    database.prepare = sql => {
      asked.push(sql);
      return prepare(sql);
    };
    const query = { sort: 'date', descending: true, offset: 0, limit: 100 } as const;
    for (const mailbox of mailboxes) {
      new Queries(database, indexes).messages({ ...query, mailbox, conversations: true });
    }
    const steps = asked.flatMap(sql => {
      const blanks = sql.split('?').length - 1;
      return prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: blanks }, () => 1));
    });
    const goneThrough = steps
      .map(({ detail }) => String(detail))
      .filter(step => /^SCAN (messages|conversations)/.test(step));
    // Of those that wait for their headers alone: mostly none.
    expect(new Set(goneThrough)).toEqual(new Set(['SCAN messages USING INDEX unthreaded']));
    database.close();
  });

  test('of a small mailbox does not go over the texts of all others', () => {
    expect(planOf({ mailbox: 'INBOX', sort: 'subject' }, 1_000)[0]).toMatch(/^SEARCH messages/);
  });
});

import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { idsInOrder, type ListQuery } from '../../../electron/engine/catalog/page-sql.ts';
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

function planOf(query: Partial<ListQuery>, messages = 1_000_000, within = messages): string[] {
  const { database, indexes } = sortedCatalog();
  const { sql, values } = idsInOrder(
    { sort: 'date', descending: true, ...query },
    {
      hasIndex: name => indexes.has(name),
      messages,
      within,
      keys: { authors: 30_000, topics: 800_000 },
    },
  );
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values, 100, 0);
  database.close();
  return steps.map(({ detail }) => String(detail));
}

describe('a page', () => {
  const lists = sorts.flatMap(sort =>
    mailboxes.flatMap(mailbox =>
      [true, false].map(descending => ({ sort, mailbox, descending, since: undefined })),
    ),
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

  test('of a small mailbox does not go over the texts of all others', () => {
    expect(planOf({ mailbox: 'INBOX', sort: 'subject' }, 1_000)[0]).toMatch(/^SEARCH messages/);
  });

  test.each(sorts)(
    'of a short stretch of time, sorted by %s, looks at nothing outside of it',
    sort => {
      const plan = planOf({ sort, since: 1, before: 2 }, 1_000_000, 8_000);
      expect(plan[0]).toMatch(/^SEARCH messages USING INDEX all_by_date \(date>\? AND date<\?\)/);
    },
  );

  test('of a stretch of time begins where it begins', () => {
    expect(planOf({ since: 1 })).toEqual(['SEARCH messages USING INDEX all_by_date (date>?)']);
  });
});

describe('a filter', () => {
  test.each(mailboxes)(
    'by subject in %s is found by trigrams and looks at no other message',
    box => {
      const plan = planOf({ subject: 'invoice', mailbox: box });
      expect(plan.some(step => step.startsWith('SCAN topic_trigrams VIRTUAL TABLE INDEX'))).toBe(
        true,
      );
      expect(plan.filter(step => /^SCAN (messages|topics)/.test(step))).toEqual([]);
    },
  );

  test.each(mailboxes)('by sender in %s looks at each author once', box => {
    const plan = planOf({ sender: 'accounts', mailbox: box });
    expect(plan.filter(step => step.startsWith('SCAN'))).toEqual(['SCAN authors']);
    expect(plan.filter(step => step.startsWith('SCAN messages'))).toEqual([]);
  });
});

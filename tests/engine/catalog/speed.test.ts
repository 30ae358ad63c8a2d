import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CatalogQuery } from '../../../electron/engine/catalog/catalog-calls.ts';
import { SortIndexes } from '../../../electron/engine/catalog/sort-indexes.ts';
import type { SortKey } from '../../../shared/model/library.ts';
import { catalogOf } from './an-archive.ts';
import { catalogWith, type SomeRow } from './some-rows.ts';

const count = 100_000;
const sorts: readonly SortKey[] = ['date', 'sender', 'subject', 'size', 'attachments', 'unread'];

function* manyRows(): Iterable<SomeRow> {
  for (let index = 0; index < count; index++) {
    // Spread over the whole range without a pattern that an index could profit from.
    const scattered = (index * 7_919) % count;
    yield {
      mailbox: index % 4 === 0 ? 'Sent' : 'INBOX',
      sender: `Sender ${scattered % 977} <sender.${scattered % 977}@example.org>`,
      subject: `A subject of usual length, number ${scattered}`,
      date: 1_600_000_000_000 + scattered * 60_000,
      size: 1_000 + (scattered % 50_000),
      attachments: scattered % 5 === 0 ? 1 : 0,
      unread: scattered % 9 === 0,
    };
  }
}

describe('100,000 messages', () => {
  test('the first page at once, any page soon, in little room', { timeout: 120_000 }, async () => {
    const { folder, database } = catalogWith(manyRows());
    const indexes = new SortIndexes(database);
    while (indexes.makeOne());
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const path = join(folder, '.mailstow/catalog.sqlite');
    expect(statSync(path).size / count).toBeLessThan(1_500);
    const catalog = catalogOf(folder);
    const ask = async (changes: Partial<CatalogQuery>) => {
      const query = { sort: 'date', descending: true, offset: 0, limit: 100, ...changes } as const;
      const start = performance.now();
      const { total, rows } = await catalog.messages(query);
      return { milliseconds: performance.now() - start, total, rows };
    };
    // The thread has to start once.
    const first = await ask({});
    expect([first.total, first.rows.length]).toEqual([count, 100]);
    expect(first.milliseconds).toBeLessThan(2_000);
    for (const sort of sorts) {
      for (const mailbox of [undefined, 'INBOX']) {
        for (const offset of [0, 70_000]) {
          const page = await ask({ sort, mailbox, offset });
          expect(page.rows).toHaveLength(100);
          expect([sort, mailbox, offset, page.milliseconds < 250]).toEqual([
            sort,
            mailbox,
            offset,
            true,
          ]);
        }
      }
    }
    const start = performance.now();
    expect(await catalog.mailboxes()).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

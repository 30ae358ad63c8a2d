import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Conversations } from '../../../electron/engine/catalog/conversations.ts';
import { openDatabase } from '../../../electron/engine/catalog/database.ts';
import { Queries } from '../../../electron/engine/catalog/queries.ts';
import { SortIndexes } from '../../../electron/engine/catalog/sort-indexes.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { catalogOf, rowsOf, run, someDate, store, temporaryFolder } from './an-archive.ts';
import { catalogWith, type SomeRow } from './some-rows.ts';

const plain = { sender: 'Anna', subject: 'One', size: 1, attachments: 0, unread: false };

const aRow: fc.Arbitrary<SomeRow> = fc.record({
  mailbox: fc.constantFrom('INBOX', 'Sent', 'Work'),
  date: fc.integer({ min: 0, max: 9 }),
  own: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  answered: fc
    .array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })
    .map(ids => [...new Set(ids)]),
  ...Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, fc.constant(value)])),
}) as unknown as fc.Arbitrary<SomeRow>;

/** Which messages hang together, by going over them until nothing changes any more. */
function threadsOf(rows: readonly SomeRow[]): number[] {
  const threads = rows.map((_row, index) => index);
  const idsOf = (row: SomeRow) =>
    new Set([row.own, ...(row.answered ?? [])].filter(id => id !== undefined));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [one, row] of rows.entries()) {
      for (const [other, its] of rows.entries()) {
        const isJoined = threads[one] === threads[other];
        if (isJoined || [...idsOf(row)].every(id => !idsOf(its).has(id))) continue;
        const [kept = 0, gone] = [threads[one], threads[other]];
        for (const [index, thread] of threads.entries()) if (thread === gone) threads[index] = kept;
        isChanged = true;
      }
    }
  }
  return threads;
}

/** Ids count from 1 in the order of the rows. */
function newestOf(
  rows: readonly SomeRow[],
  threads: readonly number[],
  gone: ReadonlySet<number>,
  mailbox?: string,
) {
  const newest = new Map<number, { id: number; date: number }>();
  for (const [index, row] of rows.entries()) {
    const id = index + 1;
    if (gone.has(id) || (mailbox !== undefined && row.mailbox !== mailbox)) continue;
    const before = newest.get(threads[index] ?? 0);
    if (
      before === undefined ||
      row.date > before.date ||
      (row.date === before.date && id > before.id)
    ) {
      newest.set(threads[index] ?? 0, { id, date: row.date });
    }
  }
  return [...newest.values()].sort((a, b) => b.date - a.date || b.id - a.id).map(({ id }) => id);
}

function listed(database: DatabaseSync, mailbox?: string) {
  const queries = new Queries(database, new SortIndexes(database));
  const query = { sort: 'date', descending: true, offset: 0, limit: 100, mailbox } as const;
  const { total, rows, conversations } = queries.messages({ ...query, conversations: true });
  expect([total, conversations]).toEqual([rows.length, true]);
  return rows.map(({ id }) => id);
}

test('whatever refers to whatever, in any order, and whatever goes: each conversation once, by its newest', () => {
  const some = fc.array(aRow, { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(some, fc.array(fc.nat(13), { maxLength: 6 }), (rows, going) => {
      const { database } = catalogWith(rows);
      const threads = threadsOf(rows);
      const gone = new Set(going.map(index => index + 1));
      for (const present of [new Set<number>(), gone]) {
        for (const id of present) database.prepare('DELETE FROM messages WHERE id = ?').run(id);
        for (const mailbox of [undefined, 'INBOX', 'Sent']) {
          expect(listed(database, mailbox)).toEqual(newestOf(rows, threads, present, mailbox));
        }
      }
      const conversations = new Conversations(database);
      for (const [index, thread] of threads.entries()) {
        if (gone.has(index + 1)) continue;
        const together = rows.flatMap((_row, other) =>
          threads[other] === thread && !gone.has(other + 1) ? [other + 1] : [],
        );
        const found = conversations.rows({ message: index + 1 }).rows.map(({ id }) => id);
        expect(found.sort((a, b) => a - b)).toEqual(together);
        const membersIn = (list?: { mailbox: string | undefined }) =>
          conversations
            .members({ asked: [{ message: index + 1 }], most: 100, list })
            .flatMap(({ members }) => members.map(({ id }) => id));
        expect(membersIn()[0]).toBe(index + 1);
        expect(membersIn().sort((a, b) => a - b)).toEqual(together);
        const { mailbox } = rows[index] as SomeRow;
        expect(membersIn({ mailbox }).sort((a, b) => a - b)).toEqual(
          together.filter(id => rows[id - 1]?.mailbox === mailbox),
        );
      }
      database.close();
    }),
    { numRuns: 60 },
  );
});

test('threads that grow into one cost their number, whichever comes first', () => {
  const count = 4_000;
  function* growing(): Iterable<SomeRow> {
    for (let index = 1; index <= count; index += 1) {
      // Every second one joins all that were there to a new one.
      const answered = index % 2 === 0 ? [index - 1, 1] : [];
      yield { ...plain, mailbox: 'INBOX', date: index, own: index, answered };
    }
  }
  const { database } = catalogWith(growing());
  const changes = Number(database.prepare('SELECT total_changes() AS number').get()?.number);
  expect(listed(database)).toHaveLength(1);
  expect(changes).toBeLessThan(count * 40);
  database.close();
});

test('a list of the version before is there at once, and has its conversations once the files were read', async () => {
  const folder = temporaryFolder();
  await run(folder, async archive => {
    const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
    await inbox.setUidValidity(7);
    const body = (ids: string) => `To: Petr <petr@example.org>\r\n${ids}\r\n\r\ntext`;
    await store(inbox, [
      { uid: 1, body: body('Message-ID: <1@x>') },
      { uid: 2, date: someDate + 60_000, body: body('Message-ID: <2@x>\r\nIn-Reply-To: <1@x>') },
      { uid: 3, date: someDate + 90_000, body: body('Message-ID: <3@x>') },
    ]);
  });
  const before = catalogOf(folder);
  await before.catchUp();
  await before.close();
  toVersion3(folder);
  const catalog = catalogOf(folder);
  const query = {
    sort: 'date',
    descending: true,
    offset: 0,
    limit: 9,
    conversations: true,
  } as const;
  const first = await catalog.messages(query);
  expect([first.conversations, first.total, first.rows[0]?.recipients]).toEqual([false, 3, '']);
  await catalog.catchUp();
  await expect.poll(async () => (await catalog.messages(query)).conversations).toBe(true);
  const { total, rows } = await catalog.messages(query);
  expect([total, rows.map(({ subject }) => subject)]).toEqual([2, ['Message 3', 'Message 2']]);
  expect((await rowsOf(catalog)).map(({ recipients }) => recipients)).toEqual([
    'Petr',
    'Petr',
    'Petr',
  ]);
});

/** Takes away what version 4 brought. */
function toVersion3(folder: string): void {
  const database = openDatabase(folder);
  const made = database
    .prepare(
      `SELECT type, name FROM sqlite_schema WHERE name LIKE '%thread%' OR name LIKE '%conversation%'
         OR name = 'message_ids' ORDER BY type = 'table'`,
    )
    .all();
  for (const { type, name } of made)
    database.exec(`DROP ${String(type)} IF EXISTS ${String(name)}`);
  for (const column of ['recipients', 'own', 'thread']) {
    database.exec(`ALTER TABLE messages DROP COLUMN ${column}`);
  }
  database.exec('PRAGMA user_version = 3');
  database.close();
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countNumbers } from '../../../electron/engine/catalog/numbers.ts';
import { catalogWith, type SomeRow } from './some-rows.ts';

const firstYear = 2000;
const starts = Array.from({ length: 27 }, (_, index) => Date.UTC(firstYear + index, 0, 1));
const query = { firstYear, starts };
const still = () => true;

const senders = ['Anna <anna@example.org>', 'A. <anna@example.org>', 'Bert <bert@example.org>', ''];

const someRow: fc.Arbitrary<SomeRow> = fc.record({
  mailbox: fc.constantFrom('INBOX', 'Sent'),
  sender: fc.constantFrom(...senders),
  subject: fc.constant('x'),
  date: fc.oneof(
    fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2030, 0, 1) }),
    // Exactly where a year begins, and a millisecond before.
    fc.constantFrom(...starts.flatMap(start => [start, start - 1])),
  ),
  size: fc.integer({ min: 0, max: 1_000_000 }),
  attachments: fc.constant(0),
  unread: fc.boolean(),
});

const sum = (rows: readonly SomeRow[]) => ({
  messages: rows.length,
  bytes: rows.reduce((total, { size }) => total + size, 0),
});

test('numbers are the sums of what is listed, by year and by the address of the sender', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someRow, { maxLength: 60 }), async rows => {
      const { database } = catalogWith(rows);
      const found = await countNumbers(database, query, still);
      database.close();
      const yearOf = ({ date }: SomeRow) => new Date(date).getUTCFullYear();
      const isDated = (row: SomeRow) => yearOf(row) >= firstYear && yearOf(row) < 2026;
      const years = Map.groupBy(rows.filter(isDated), yearOf);
      expect(found).toMatchObject(sum(rows));
      expect(found?.years).toEqual(
        [...years].sort(([a], [b]) => a - b).map(([year, of]) => ({ year, ...sum(of) })),
      );
      expect(found?.undated).toBe(rows.filter(row => !isDated(row)).length);
      const addressOf = ({ sender }: SomeRow) => /<(.*)>/.exec(sender)?.[1] ?? sender;
      const addresses = Map.groupBy(rows, addressOf);
      const bySender = new Map(found?.senders.map(({ name: _, address, ...of }) => [address, of]));
      expect(bySender).toEqual(new Map([...addresses].map(([of, its]) => [of, sum(its)])));
    }),
    { numRuns: 25 },
  );
});

test('another question is answered in between, and what is closed meanwhile is given up', async () => {
  const { database } = catalogWith(
    Array.from({ length: 10 }, (_, index) => ({
      ...{ mailbox: 'INBOX', sender: `${index} <${index}@example.org>`, subject: 'x' },
      ...{ date: starts[3] ?? 0, size: 1, attachments: 0, unread: false },
    })),
  );
  let isOpen = true;
  const counting = countNumbers(database, query, () => isOpen);
  expect(database.prepare('SELECT count(*) AS number FROM messages').get()).toEqual({ number: 10 });
  isOpen = false;
  database.close();
  expect(await counting).toBeUndefined();
});

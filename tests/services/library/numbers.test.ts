import { expect, test } from 'vitest';
import type { Numbers } from '../../../shared/contract.ts';
import { parse } from '../../../shared/search/parse.ts';
import { anApp, type TestApp } from '../an-app.ts';
import { saveMail } from './saved-mail.ts';

const firstYear = 2020;
const starts = [2020, 2021, 2022, 2023, 2024, 2025].map(year => new Date(year, 0, 1).getTime());

const withPdf = [
  'Content-Type: multipart/mixed; boundary="part"',
  ...['', '--part', 'Content-Type: text/plain', '', 'Here it is'],
  ...['--part', 'Content-Type: application/pdf; name="plan.pdf"'],
  ...['Content-Disposition: attachment; filename="plan.pdf"', '', '%PDF', '--part--', ''],
].join('\r\n');

function anArchive(user: string, from: string): Promise<string> {
  const on = (year: number) => new Date(year, 5, 1).getTime();
  return saveMail(user, [
    { uid: 1, subject: 'One', from, date: on(2021), body: '\r\nhello' },
    { uid: 2, subject: 'Two', from, date: on(2024), body: withPdf },
    { uid: 3, subject: 'Three', from: 'Carl <carl@example.org>', date: on(2024), body: '\r\n' },
  ]);
}

const asked = { firstYear, starts };

async function whole(app: TestApp, accountId?: string): Promise<Numbers> {
  const numbers = await app.call('library.numbers', {
    ...asked,
    ...(accountId !== undefined && { accountId }),
  });
  const { done, of } = numbers.indexed;
  if (of > 0 && done === of) return numbers;
  await new Promise(resolve => setTimeout(resolve, 50));
  return whole(app, accountId);
}

test('numbers of one account and of all, each as many as the search behind it finds', {
  timeout: 60_000,
}, async () => {
  const app = anApp();
  const folders = [
    await anArchive('anna', 'Anna <anna@example.org>'),
    await anArchive('bert', 'Bert <bert@example.org>'),
  ];
  const [first = ''] = await Promise.all(
    folders.map(async folder => (await app.call('archives.open', { folder })).accountId),
  );
  await expect
    .poll(async () => (await app.call('library.numbers', asked)).messages, { timeout: 30_000 })
    .toBe(6);
  const all = await whole(app);
  expect(all).toMatchObject({ messages: 6, undated: 0, away: 0, indexed: { done: 6, of: 6 } });
  const counts = (rows: readonly { messages: number }[]) => rows.map(row => row.messages);
  expect(all.years.map(({ year }) => year)).toEqual([2021, 2024]);
  expect(counts(all.years)).toEqual([2, 4]);
  expect(new Map(all.senders.map(({ name, messages }) => [name, messages]))).toEqual(
    new Map(['Carl', 'Anna', 'Bert'].map(name => [name, 2])),
  );
  expect(all.kinds).toMatchObject([{ type: 'pdf', messages: 2 }]);
  const one = await whole(app, first);
  expect(one).toMatchObject({ messages: 3, kinds: [{ type: 'pdf', messages: 1 }] });
  expect(one.bytes).toBeLessThan(all.bytes);
  const found = async (text: string) => {
    const page = { sort: 'date', descending: true, offset: 0, limit: 50 } as const;
    return (await app.call('library.search', { query: parse(text).query, ...page })).total;
  };
  expect(await found('on:2024')).toBe(4);
  expect(await found('from:"carl@example.org"')).toBe(2);
  expect(await found('type:pdf')).toBe(2);
  expect(await app.failureOf('library.numbers', { ...asked, accountId: 'nobody' })).toMatchObject({
    code: 'account-gone',
  });
});

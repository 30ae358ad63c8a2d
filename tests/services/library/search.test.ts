import { describe, expect, test } from 'vitest';
import type { Input, SearchAnswer } from '../../../shared/contract.ts';
import { parse } from '../../../shared/search/parse.ts';
import { someDate } from '../../engine/catalog/an-archive.ts';
import { anApp, type TestApp } from '../an-app.ts';
import { saveMail } from './saved-mail.ts';

const day = 24 * 60 * 60 * 1000;

async function twoArchives(): Promise<{ app: TestApp; first: string; second: string }> {
  const app = anApp();
  const one = await saveMail('anna', [
    { uid: 1, subject: 'Plan A', date: someDate, body: '\r\nharvest in spring' },
    { uid: 2, subject: 'Plan C', date: someDate + 2 * day, body: '\r\nharvest in autumn' },
  ]);
  const other = await saveMail('bert', [
    { uid: 1, subject: 'Plan B', date: someDate + day, body: '\r\nharvest in summer' },
  ]);
  const { accountId: first } = await app.call('archives.open', { folder: one });
  const { accountId: second } = await app.call('archives.open', { folder: other });
  return { app, first, second };
}

async function search(
  app: TestApp,
  text: string,
  changes: Partial<Input<'library.search'>> = {},
): Promise<SearchAnswer> {
  const { query } = parse(text);
  const all = { sort: 'date', descending: true, offset: 0, limit: 50 } as const;
  return await app.call('library.search', { query, ...all, ...changes });
}

/** Until all that is in the archives is in their indexes. */
async function searchAll(
  app: TestApp,
  text: string,
  changes: Partial<Input<'library.search'>> = {},
): Promise<SearchAnswer> {
  for (;;) {
    const answer = await search(app, text, changes);
    const { done, of } = answer.searched;
    if (!answer.goesOn && of > 0 && done === of) return answer;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

const subjects = ({ rows }: SearchAnswer) => rows.map(row => row.subject);

describe('search over all accounts', () => {
  test('is one list by date, narrowed by account, in pages', { timeout: 60_000 }, async () => {
    const { app, first, second } = await twoArchives();
    await expect
      .poll(async () => (await search(app, 'harvest')).total, { timeout: 30_000 })
      .toBe(3);
    const all = await searchAll(app, 'harvest');
    expect(subjects(all)).toEqual(['Plan C', 'Plan B', 'Plan A']);
    expect(all).toMatchObject({ total: 3, atLeast: false, unreadable: 0, leftOut: [] });
    expect(all.rows[1]).toMatchObject({
      accountId: second,
      mailbox: 'INBOX',
      flagged: false,
      snippet: { text: 'harvest in summer', marks: [[0, 7]] },
    });
    const oldest = await searchAll(app, 'harvest', { descending: false, limit: 2 });
    expect(subjects(oldest)).toEqual(['Plan A', 'Plan B']);
    const page = await searchAll(app, 'harvest', { offset: 1, limit: 1 });
    expect([subjects(page), page.total]).toEqual([['Plan B'], 3]);
    expect(subjects(await searchAll(app, 'harvest account:anna'))).toEqual(['Plan C', 'Plan A']);
    expect(subjects(await searchAll(app, 'harvest -account:anna'))).toEqual(['Plan B']);
    expect((await search(app, 'harvest account:nobody')).total).toBe(0);
    const narrowed = await searchAll(app, 'harvest', { narrow: { accountId: first } });
    expect(subjects(narrowed)).toEqual(['Plan C', 'Plan A']);
  });

  test('one that is switched off is left out, and has no index', { timeout: 60_000 }, async () => {
    const { app, first } = await twoArchives();
    await expect
      .poll(async () => (await search(app, 'harvest')).total, { timeout: 30_000 })
      .toBe(3);
    await app.call('search.switch', { accountId: first, on: false });
    const answer = await searchAll(app, 'harvest');
    expect(subjects(answer)).toEqual(['Plan B']);
    expect(answer.leftOut).toEqual([{ accountId: first, reason: 'off' }]);
    const states = await app.call('search.state', undefined);
    expect(states.find(state => state.accountId === first)).toMatchObject({
      on: false,
      bytes: 0,
      state: 'off',
    });
    await app.call('search.switch', { accountId: first, on: true });
    await expect
      .poll(async () => (await search(app, 'harvest')).total, { timeout: 30_000 })
      .toBe(3);
    await app.call('search.delete', { accountId: first });
    await expect
      .poll(async () => (await search(app, 'harvest')).total, { timeout: 30_000 })
      .toBe(3);
    const heard = app.events.filter(event => event.name === 'search.changed');
    expect(heard.length).toBeGreaterThan(0);
  });
});

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CatalogQuery } from '../../../electron/engine/catalog/catalog-calls.ts';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { AllAccounts } from '../../../electron/services/library/all-accounts.ts';
import { type Stored, someDate, temporaryFolder } from '../../engine/catalog/an-archive.ts';
import { anApp, type TestApp } from '../an-app.ts';
import { saveMail } from './saved-mail.ts';

const day = 24 * 60 * 60 * 1000;

async function anArchive(app: TestApp, user: string, messages: readonly Stored[]) {
  const folder = await saveMail(user, messages);
  const { accountId } = await app.call('archives.open', { folder });
  return { folder, accountId };
}

const listed = (app: TestApp, changes = {}) =>
  app.call('library.messages', {
    ...{ sort: 'date', descending: true, offset: 0, limit: 100, ...changes },
  });

const filled = async (app: TestApp, total: number) => {
  await expect.poll(async () => (await listed(app)).total, { timeout: 30_000 }).toBe(total);
  return listed(app);
};

describe('the list of all accounts', () => {
  test('is by date, says whose each is, and follows what is stored', {
    timeout: 60_000,
  }, async () => {
    const app = anApp();
    const first = await anArchive(app, 'anna', [
      { uid: 1, subject: 'A', date: someDate },
      { uid: 2, subject: 'C', date: someDate + 2 * day },
    ]);
    const second = await anArchive(app, 'bert', [{ uid: 1, subject: 'B', date: someDate + day }]);
    const all = await filled(app, 3);
    expect(all.rows.map(({ subject }) => subject)).toEqual(['C', 'B', 'A']);
    expect(all.rows.map(({ accountId }) => accountId)).toEqual([
      first.accountId,
      second.accountId,
      first.accountId,
    ]);
    expect(all).not.toHaveProperty('leftOut');
    const oldest = await listed(app, { descending: false, offset: 1 });
    expect(oldest.rows.map(({ subject }) => subject)).toEqual(['B', 'C']);
    await saveMail('bert', [{ uid: 2, subject: 'D', date: someDate + 3 * day }], second.folder);
    const more = await filled(app, 4);
    expect(more.rows.map(({ subject }) => subject)).toEqual(['D', 'C', 'B', 'A']);
    const last = await listed(app, { offset: 3 });
    expect(last.rows.map(({ subject }) => subject)).toEqual(['A']);
  });

  test('is without an archive that is gone, and says so', { timeout: 60_000 }, async () => {
    const before = anApp();
    await anArchive(before, 'anna', [{ uid: 1, subject: 'A', date: someDate }]);
    const { folder, accountId } = await anArchive(before, 'bert', [{ uid: 1, subject: 'B' }]);
    await before.app.close();
    renameSync(folder, join(temporaryFolder(), 'elsewhere'));
    const app = anApp({ userData: before.userData });
    await expect.poll(async () => (await listed(app)).total, { timeout: 30_000 }).toBe(1);
    expect((await listed(app)).leftOut).toEqual([{ accountId, reason: 'away' }]);
  });
});

/** A list in memory. */
class FakeCatalog {
  dates: number[];
  version = 0;
  /** Called before each answer. */
  onAsked: () => void | Promise<void> = () => undefined;

  constructor(dates: readonly number[]) {
    this.dates = [...dates];
  }

  async messages({ descending, offset, limit }: CatalogQuery) {
    await this.onAsked();
    const rows = this.dates.map((date, id) => ({ ...aRow, id, date }));
    rows.sort((a, b) => (descending ? -1 : 1) * (a.date - b.date || a.id - b.id));
    return {
      total: rows.length,
      rows: rows.slice(offset, offset + limit),
      conversations: false,
      version: `${this.version}`,
    };
  }

  async stock() {
    return { bytes: 0, years: [] };
  }
}

const aRow = {
  ...{ mailbox: 'INBOX', sender: '', recipients: '', subject: '', size: 1, attachments: 0 },
  ...{ unread: false, headersOnly: false, gone: false },
};

function allOf(catalogs: Readonly<Record<string, FakeCatalog>>) {
  const back: string[] = [];
  const all = new AllAccounts({
    accounts: () => Object.keys(catalogs).map(id => ({ id, wasStored: true })),
    catalogOf: async id => {
      const catalog = catalogs[id];
      if (catalog === undefined) throw new MailstowError('account-gone');
      return catalog;
    },
    failureOf: () => undefined,
    onBack: id => back.push(id),
  });
  return { all, back };
}

const firstPage = { descending: true, offset: 0, limit: 100 };

describe('a list that changes while a page of it is found', () => {
  test('is gone through again: the page is of one moment', async () => {
    const dates = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 400, size: 'max' });
    await fc.assert(
      fc.asyncProperty(
        fc.array(dates, { minLength: 2, maxLength: 4 }),
        dates,
        fc.nat(30),
        fc.nat(1_000),
        fc.boolean(),
        async (some, others, after, offset, descending) => {
          const catalogs = some.map(each => new FakeCatalog(each));
          const named = Object.fromEntries(catalogs.map((each, index) => [`a${index}`, each]));
          const [first] = catalogs;
          const page = { descending, offset, limit: 50 };
          const now = async () => (await allOf(named).all.messages(page)).rows;
          const before = await now();
          let asked = 0;
          if (first !== undefined) {
            first.onAsked = () => {
              asked += 1;
              if (asked !== after) return;
              first.dates = others;
              first.version += 1;
            };
          }
          const found = (await allOf(named).all.messages(page)).rows;
          const isChanged = asked >= after && after > 0;
          asked = after;
          const expected = isChanged ? await now() : before;
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  test('and never stands still is shown as far as it is known', async () => {
    const busy = new FakeCatalog([1, 2, 3]);
    busy.onAsked = () => {
      busy.version += 1;
    };
    const { all } = allOf({ busy, calm: new FakeCatalog([4]) });
    const { total, rows } = await all.messages(firstPage);
    expect([total, rows.map(({ date }) => date)]).toEqual([4, [4, 3, 2, 1]]);
  });
});

describe('an account', () => {
  test('that does not answer in time is left out until it does', async () => {
    vi.useFakeTimers();
    try {
      const { promise, resolve } = Promise.withResolvers<void>();
      const slow = new FakeCatalog([1]);
      slow.onAsked = () => promise;
      const { all, back } = allOf({ slow, there: new FakeCatalog([2]) });
      const asked = all.messages(firstPage);
      await vi.advanceTimersByTimeAsync(10_000);
      const leftOut = [{ accountId: 'slow', reason: 'away' }];
      expect(await asked).toMatchObject({ total: 1, leftOut });
      // Nobody waits for it twice.
      expect(await all.messages(firstPage)).toMatchObject({ total: 1, leftOut });
      expect(back).toEqual([]);
      resolve();
      await vi.advanceTimersByTimeAsync(0);
      expect(back).toEqual(['slow']);
      expect((await all.messages(firstPage)).rows.map(({ date }) => date)).toEqual([2, 1]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('whose list cannot be read is left out', async () => {
    const broken = new FakeCatalog([1]);
    broken.onAsked = () => {
      throw new MailstowError('list-not-updated', { args: { folder: '/mail' } });
    };
    const { all } = allOf({ broken, there: new FakeCatalog([2]) });
    expect(await all.messages(firstPage)).toMatchObject({
      total: 1,
      leftOut: [{ accountId: 'broken', reason: 'failed' }],
    });
  });
});

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Account, Stock } from '../../../shared/contract.ts';
import { anApp, type ServedAccount, withAccount } from '../an-app.ts';
import { noLibrary } from '../no-library.ts';

const isOver = ({ finishedAt }: { finishedAt?: number | undefined }) => finishedAt !== undefined;

function messages(count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => `Subject: Number ${at + 1}\r\nMessage-ID: <${at + 1}@example.org>\r\n\r\nBody.\r\n`,
  );
}

const mailboxes = [
  { name: 'INBOX', messages: messages(3) },
  { name: 'Junk', messages: messages(2) },
  { name: '100% done*', messages: messages(1) },
];

/** Message files of a folder in the folders layout. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.eml'))
    .sort();
}

function bytesIn(folder: string): number {
  return filesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

type LastRun = NonNullable<Account['lastRun']>;

/** What the account keeps of its last run, once that fits. */
async function noted(
  { app, call, accountId }: ServedAccount,
  fits: (lastRun: LastRun) => boolean,
): Promise<LastRun> {
  const { promise, resolve } = Promise.withResolvers<LastRun>();
  const look = (accounts: readonly Account[]) => {
    const lastRun = accounts.find(({ id }) => id === accountId)?.lastRun;
    if (lastRun !== undefined && fits(lastRun)) resolve(lastRun);
  };
  const unsubscribe = app.subscribe(event => {
    if (event.name === 'accounts.changed') look(event.value);
  });
  look(await call('accounts.list', undefined));
  return promise.finally(unsubscribe);
}

async function finished({ call, until, accountId }: ServedAccount) {
  await call('runs.start', { accountId });
  return until(accountId, isOver);
}

describe('a run', () => {
  test('writes the list of all messages where the person wished it, and there alone', async () => {
    const wished = await withAccount({ mailboxes }, { index: true });
    await finished(wished);
    const list = join(wished.folder, '_Mailstow', 'index.csv');
    expect(readFileSync(list, 'utf8').match(/,Number \d,/g)).toHaveLength(6);
    const account = await withAccount({ mailboxes });
    await finished(account);
    expect(existsSync(join(account.folder, '_Mailstow'))).toBe(false);
  });

  test('archives every mailbox but those left out, and is remembered', async () => {
    const account = await withAccount({ mailboxes }, { leftOut: ['Junk', '100% done*'] });
    const state = await finished(account);
    expect(state).toMatchObject({
      state: 'done',
      stored: 3,
      mailboxes: [{ mailbox: 'INBOX', state: 'done', archived: 3, missing: 0 }],
      problems: [],
    });
    expect(filesIn(account.folder)).toHaveLength(3);
    const { call, accountId, events } = account;
    const { finishedAt, verdict } = state;
    const { stock, ...lastRun } = await noted(account, each => each.stock !== undefined);
    expect(lastRun).toEqual({ finishedAt, complete: true, messages: 3, verdict });
    expect(stock).toMatchObject({ bytes: bytesIn(account.folder) });
    expect(verdict).toMatchObject({
      state: 'complete',
      leftOut: { names: ['Junk', '100% done*'] },
    });
    expect(await call('runs.list', undefined)).toEqual([state]);
    expect(events.map(({ name }) => name)).toContain('accounts.changed');
    expect(accountId).toBe(state.accountId);
  });

  test('a name is left out as it is: `%` and `*` stand for nothing', async () => {
    const account = await withAccount({ mailboxes }, { leftOut: ['%', '*', '\\Junk'] });
    expect((await finished(account)).mailboxes).toHaveLength(3);
  });

  test('a second one fetches nothing; a folder goes on in its own layout', async () => {
    const account = await withAccount({ mailboxes });
    await finished(account);
    const files = filesIn(account.folder);
    expect(await finished(account)).toMatchObject({ state: 'done', stored: 0 });
    expect(filesIn(account.folder)).toEqual(files);
  });

  test('only unread ones', async () => {
    const read = { bytes: messages(1)[0] ?? '', flags: ['\\Seen'] };
    const inbox = { name: 'INBOX', messages: [read, ...messages(2)] };
    const account = await withAccount({ mailboxes: [inbox] }, { unseenOnly: true });
    expect(await finished(account)).toMatchObject({ state: 'done', stored: 2 });
  });

  test('waits while it is paused, and goes on', async () => {
    let pauses = 0;
    const account = await withAccount({
      mailboxes,
      onCommand: async ({ name }) => {
        if (name === 'EXAMINE' && pauses++ === 0)
          await account.call('runs.pause', { accountId: account.accountId });
        return 'default';
      },
    });
    const { call, until, accountId } = account;
    await call('runs.start', { accountId });
    await until(accountId, ({ state }) => state === 'paused');
    // A whole other conversation with the same server is time enough for what must not happen.
    const { server, user } = (await call('accounts.list', undefined))[0]?.profile ?? fail();
    await call('accounts.mailboxes', { server, user, accountId });
    expect(filesIn(account.folder)).toEqual([]);
    // A window that is opened now is told the truth.
    expect(await call('runs.list', undefined)).toMatchObject([{ state: 'paused' }]);
    await call('runs.resume', { accountId });
    expect(await until(accountId, isOver)).toMatchObject({ state: 'done', stored: 6 });
  });

  test('is stopped; what is stored stays, and the next one goes on', async () => {
    const account = await withAccount({
      mailboxes: [{ name: 'INBOX', messages: messages(400) }],
      beforeFetchResponse: ({ uid, connection }) =>
        uid === 300 && connection === 1 ? { stop: { at: 5, how: 'silent' } } : undefined,
    });
    const { call, until, accountId } = account;
    await call('runs.start', { accountId });
    await until(accountId, ({ stored }) => stored > 0);
    await call('runs.stop', { accountId });
    const state = await until(accountId, isOver);
    expect(state).toMatchObject({ state: 'stopped', failure: { kind: 'stopped' } });
    expect(filesIn(account.folder).length).toBeGreaterThan(0);
    const [saved] = await call('accounts.list', undefined);
    expect(saved?.lastRun).toMatchObject({ complete: false });
    expect(await finished(account)).toMatchObject({ state: 'done' });
    expect(filesIn(account.folder)).toHaveLength(400);
  });

  test('a second start while it goes on is the same run', async () => {
    const account = await withAccount({
      mailboxes,
      onCommand: ({ name }) => (name === 'EXAMINE' ? 'silent' : 'default'),
    });
    const { call, accountId, server } = account;
    const [first, second] = await Promise.all([
      call('runs.start', { accountId }),
      account.app.call('runs.start', { accountId }),
    ]);
    expect(second).toMatchObject({ ok: false, failure: { kind: 'folder-in-use' } });
    await server.received(({ name }) => name === 'EXAMINE');
    const third = await call('runs.start', { accountId });
    expect(third.startedAt).toBe(first.startedAt);
    expect(server.connections).toHaveLength(1);
  });

  test('that cannot log in says so, and is no end of the others', async () => {
    const account = await withAccount({ mailboxes }, { user: 'nobody' });
    const state = await finished(account);
    expect(state).toMatchObject({ state: 'failed', failure: { kind: 'login-refused' } });
    const { call, failureOf, accountId } = account;
    expect((await failureOf('runs.stop', { accountId })).message).toMatch(
      /This account is not being archived/,
    );
    expect(await call('runs.list', undefined)).toHaveLength(1);
  });

  test('needs a password, which is taken and kept for this process only', async () => {
    const account = await withAccount({ mailboxes });
    const again = anApp({ userData: account.userData });
    const { accountId } = account;
    expect(await again.call('accounts.list', undefined)).toMatchObject([{ hasPassword: false }]);
    const failure = await again.failureOf('runs.start', { accountId });
    expect(failure).toMatchObject({ kind: 'login-refused', scope: 'account' });
    await again.call('runs.start', { accountId, password: 'secret' });
    expect(await again.until(accountId, isOver)).toMatchObject({ state: 'done' });
    expect(await again.call('accounts.list', undefined)).toMatchObject([{ hasPassword: true }]);
  });

  test('events come about ten a second, and the last one is the end', async () => {
    const inbox = { name: 'INBOX', messages: messages(3_000) };
    const account = await withAccount({ mailboxes: [inbox] });
    const began = performance.now();
    const state = await finished(account);
    const seconds = (performance.now() - began) / 1000;
    const changes = account.events.filter(({ name }) => name === 'run.changed');
    expect(changes.length).toBeLessThan(10 * seconds + 5);
    expect(changes.at(-1)?.value).toMatchObject({ state: 'done', stored: 3_000, fraction: 1 });
    expect(state).toMatchObject({ state: 'done', stored: 3_000 });
  });

  test('closing the app ends it cleanly', async () => {
    const account = await withAccount({
      mailboxes,
      onCommand: ({ name }) => (name === 'UID FETCH' ? 'silent' : 'default'),
    });
    const { call, app, accountId, server } = account;
    await call('runs.start', { accountId });
    await server.received(({ name }) => name === 'UID FETCH');
    await app.close();
    expect(app.runs.list()).toMatchObject([{ state: 'stopped' }]);
  });

  test('removing the account ends and forgets it, and leaves the mail', async () => {
    const account = await withAccount({ mailboxes });
    await finished(account);
    const { call, accountId } = account;
    const files = filesIn(account.folder);
    await call('accounts.remove', { accountId });
    expect(await call('runs.list', undefined)).toEqual([]);
    expect(await call('accounts.list', undefined)).toEqual([]);
    expect(filesIn(account.folder)).toEqual(files);
  });
});

describe('what the archive holds', () => {
  const stock: Stock = { bytes: 1_000, years: [{ year: 2024, messages: 6 }] };
  /** A library that counts when the test lets it; each count is told by its promise. */
  function slowLibrary() {
    const counts: PromiseWithResolvers<Stock>[] = [];
    const library = () => ({
      ...noLibrary(),
      stock: () => {
        const count = Promise.withResolvers<Stock>();
        counts.push(count);
        return count.promise;
      },
    });
    return { counts, library };
  }

  test('is counted after the run, by years, and kept with it', async () => {
    const dated = (date: string) => `Subject: Dated\r\nDate: ${date}\r\n\r\nBody.\r\n`;
    const inbox = {
      name: 'INBOX',
      messages: [
        dated('Fri, 01 Mar 2019 09:00:00 +0000'),
        dated('Sat, 02 Mar 2019 09:00:00 +0000'),
        // In the first hour of 2020 where it was written, and still in 2019 in UTC.
        dated('Wed, 01 Jan 2020 00:30:00 +0100'),
        dated('Fri, 01 Mar 2024 09:00:00 +0000'),
      ],
    };
    const account = await withAccount({ mailboxes: [inbox] });
    await finished(account);
    const counted = {
      bytes: bytesIn(account.folder),
      years: [
        { year: 2019, messages: 3 },
        { year: 2024, messages: 1 },
      ],
    };
    const lastRun = await noted(account, each => each.stock !== undefined);
    expect(lastRun.stock).toEqual(counted);
    // It is there after the next start.
    const again = anApp({ userData: account.userData });
    expect(await again.call('accounts.list', undefined)).toMatchObject([
      { lastRun: { complete: true, messages: 4, stock: counted } },
    ]);
  });

  test('keeps nobody waiting for the outcome', async () => {
    const { counts, library } = slowLibrary();
    const account = await withAccount({ mailboxes }, {}, { library });
    expect(await finished(account)).toMatchObject({ state: 'done' });
    const before = await noted(account, () => true);
    expect(before).not.toHaveProperty('stock');
    counts[0]?.resolve(stock);
    expect(await noted(account, each => each.stock !== undefined)).toEqual({ ...before, stock });
  });

  test('of a run before is not noted with the one that goes on', async () => {
    const { counts, library } = slowLibrary();
    let isFirst = true;
    const account = await withAccount(
      {
        mailboxes,
        onCommand: ({ name }) => (name === 'EXAMINE' && !isFirst ? 'silent' : 'default'),
      },
      {},
      { library },
    );
    await finished(account);
    await noted(account, () => true);
    isFirst = false;
    const { call, accountId } = account;
    await call('runs.start', { accountId });
    counts[0]?.resolve(stock);
    await counts[0]?.promise;
    const [{ lastRun } = fail()] = await call('accounts.list', undefined);
    expect(lastRun).not.toHaveProperty('stock');
  });

  test('that cannot be counted is shown without, and is no problem of the run', async () => {
    const { counts, library } = slowLibrary();
    const account = await withAccount({ mailboxes }, {}, { library });
    await finished(account);
    const before = await noted(account, () => true);
    counts[0]?.reject(new Error('The disk is not connected.'));
    await counts[0]?.promise.catch(() => undefined);
    const { call } = account;
    expect(await call('accounts.list', undefined)).toMatchObject([{ lastRun: before }]);
    expect(await call('runs.list', undefined)).toMatchObject([{ state: 'done', problems: [] }]);
    // The next one counts again.
    await finished(account);
    expect(counts).toHaveLength(2);
  });

  test('of an account that was removed meanwhile brings it not back', async () => {
    const { counts, library } = slowLibrary();
    const account = await withAccount({ mailboxes }, {}, { library });
    await finished(account);
    await noted(account, () => true);
    const { call, accountId } = account;
    await call('accounts.remove', { accountId });
    counts[0]?.resolve(stock);
    await counts[0]?.promise;
    expect(await call('accounts.list', undefined)).toEqual([]);
  });
});

describe('what was stored', () => {
  test('is told to the library while it goes on and at the end', async () => {
    const told: string[] = [];
    const library = () => ({ ...noLibrary(), stored: (id: string) => void told.push(id) });
    const account = await withAccount({ mailboxes }, {}, { library });
    await finished(account);
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(new Set(told)).toEqual(new Set([account.accountId]));
  });

  test('no secret is written anywhere', async () => {
    const account = await withAccount({ mailboxes }, { rememberPassword: true });
    await finished(account);
    for (const folder of [account.userData, account.folder]) {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain('secret');
      }
    }
    expect(JSON.stringify(account.events)).not.toContain('secret');
  });
});

function fail(): never {
  throw new Error('There is no account.');
}

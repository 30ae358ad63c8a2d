import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { FolderLock } from '../../../electron/engine/archive/disk/folder-lock.ts';
import { archiveAccount } from '../../../electron/engine/run/archive-account.ts';
import type { CheckProgress } from '../../../shared/contract.ts';
import { extensionNow, fileOf, layoutNow, test } from '../../both-layouts.ts';
import { letters } from '../../imapcl/scripted-account.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { type ServedAccount, withAccount } from '../an-app.ts';

const four: ServerOptions = { mailboxes: [{ name: 'INBOX', messages: letters }] };

/** An account whose archive was begun in the present layout, in which the app goes on. */
async function archived(options = four): Promise<ServedAccount> {
  const account = await withAccount(options);
  const { server, folder, call, until, accountId } = account;
  await archiveAccount(
    {
      server: { host: '127.0.0.1', port: server.port, security: 'none' },
      credentials: { user: 'user', password: 'secret' },
      mailboxes: 'all',
      selection: { headersOnly: false, unseenOnly: false },
      folder,
      layout: layoutNow(),
      extension: extensionNow(),
      purge: false,
      connections: 1,
      separate: false,
      overrideAccount: false,
    },
    () => undefined,
    new AbortController().signal,
  );
  await call('runs.start', { accountId });
  await until(accountId, ({ state }) => state === 'done');
  return account;
}

async function checked(account: ServedAccount, server = false): Promise<CheckProgress> {
  const { call, accountId, app } = account;
  const { promise, resolve } = Promise.withResolvers<CheckProgress>();
  const unsubscribe = app.subscribe(({ name, value }) => {
    if (name === 'check.changed' && value.finishedAt !== undefined) resolve(value);
  });
  await call('archive.check', { accountId, server });
  return promise.finally(unsubscribe);
}

const accountOf = async ({ call }: ServedAccount) => (await call('accounts.list', undefined))[0];

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[12] = (bytes[12] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('a check of an archive', () => {
  test('that is whole says so, and the archive and the account remember it', async () => {
    const account = await archived();
    const done = await checked(account);
    expect(done).toMatchObject({
      ...{ state: 'sound', files: 4, allFiles: 4 },
      result: { files: 4, ok: 4, missing: 0, altered: 0, damage: [] },
    });
    expect(done.bytes).toBe(done.allBytes);
    expect(done.notKept).toBeUndefined();
    const { accountId, call } = account;
    const history = await call('archive.history', { accountId });
    expect(history.rows.map(({ what, state }) => [what, state])).toEqual([
      ['check', 'sound'],
      ['run', 'complete'],
      ['run', 'complete'],
    ]);
    expect(history.lastCheck).toMatchObject({ state: 'sound', result: { ok: 4 } });
    expect((await accountOf(account))?.lastCheck).toMatchObject({ state: 'sound', damaged: 0 });
  });

  test('finds a flipped byte, a deleted file and an added one; the next run mends what the server has', async () => {
    const account = await archived();
    const { call, until, accountId, folder, server } = account;
    const whole = readFileSync(fileOf(folder, 'MSG_INBOX_2.txt'));
    const altered = fileOf(folder, 'MSG_INBOX_2.txt');
    const gone = fileOf(folder, 'MSG_INBOX_3.txt');
    copyFileSync(fileOf(folder, 'MSG_INBOX_1.txt'), altered.replace(/2(\.txt|\]\.eml)$/, '9$1'));
    flip(altered);
    rmSync(gone);
    const done = await checked(account);
    expect(done.state).toBe('damaged');
    expect(done.result).toMatchObject({
      missing: 1,
      altered: 1,
      unhashed: 1,
      lost: 0,
      mends: true,
    });
    expect(done.result?.damage.map(({ what, path }) => [what, join(folder, path)])).toEqual([
      ['missing', gone],
      ['altered', altered],
    ]);
    expect((await accountOf(account))?.lastCheck).toMatchObject({ state: 'damaged', damaged: 2 });
    const before = server.commands.length;
    await call('runs.start', { accountId });
    await until(accountId, ({ state, stored }) => state === 'done' && stored === 2);
    const fetched = server.commands
      .slice(before)
      .filter(({ line }) => line.includes('BODY.PEEK[]'));
    expect(fetched.length).toBeGreaterThan(0);
    expect(readFileSync(altered)).toEqual(whole);
    expect((await accountOf(account))?.lastCheck).toMatchObject({ archivedSince: true, lost: 0 });
    expect(await checked(account)).toMatchObject({ state: 'sound', result: { ok: 5 } });
  });

  test('with the server finds what is not here, without what the person left out', async () => {
    const account = await archived();
    const { server } = account;
    expect(await checked(account, true)).toMatchObject({
      state: 'sound',
      result: { server: { mailboxes: 1, lacking: 0, differences: [] } },
    });
    server.mailbox('INBOX').append('Subject: Five\r\n\r\nNew.\r\n');
    expect(await checked(account, true)).toMatchObject({
      state: 'lacking',
      result: {
        ok: 4,
        server: {
          notHere: 1,
          differences: [{ mailbox: 'INBOX', outcome: 'compared', notHere: 1 }],
        },
      },
    });
    expect((await accountOf(account))?.lastCheck).toMatchObject({ withServer: true, notHere: 1 });
    expect(server.changes).toBe(0);
  });

  onceOnly('and a run go on one after the other: whoever comes second hears why not', async () => {
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    let held = false;
    const account = await archived({
      ...four,
      onCommand: async ({ name }) => {
        if (!held || name !== 'EXAMINE') return 'default';
        reached.resolve();
        await goOn.promise;
        return 'default';
      },
    });
    const { call, failureOf, accountId, until } = account;
    held = true;
    const done = checked(account, true);
    await reached.promise;
    expect(await failureOf('runs.start', { accountId })).toMatchObject({ code: 'checked-now' });
    held = false;
    goOn.resolve();
    await done;
    await call('runs.start', { accountId });
    expect(await failureOf('archive.check', { accountId, server: false })).toMatchObject({
      code: 'archived-now',
    });
    await until(accountId, ({ state }) => state === 'done');
  });

  onceOnly('that is stopped changes nothing but the history', async () => {
    const account = await archived();
    const { call, app, accountId, folder } = account;
    flip(fileOf(folder, 'MSG_INBOX_2.txt'));
    const { promise, resolve } = Promise.withResolvers<CheckProgress>();
    app.subscribe(({ name, value }) => {
      if (name === 'check.changed' && value.finishedAt !== undefined) resolve(value);
    });
    // Held up at a server that does not answer.
    account.server.mailbox('INBOX').append('Subject: Six\r\n\r\nNew.\r\n');
    await call('archive.check', { accountId, server: true });
    await call('archive.stopCheck', { accountId });
    const { state, result, failure } = await promise;
    if (state === 'stopped') {
      expect([result, failure]).toEqual([undefined, undefined]);
      expect((await accountOf(account))?.lastCheck).toBeUndefined();
    } else {
      // It was faster.
      expect(state).toBe('damaged');
    }
    const { rows } = await call('archive.history', { accountId });
    expect(rows[0]).toMatchObject({ what: 'check', state });
  });

  onceOnly.each<[string, string, (own: string) => unknown]>([
    [
      'that somebody else uses',
      'folder-in-use-by-process',
      own => FolderLock.acquire(own, dirname(own)),
    ],
    [
      'that takes no line',
      'failed-keeping-history',
      own => {
        rmSync(join(own, 'history.jsonl'));
        mkdirSync(join(own, 'history.jsonl'));
      },
    ],
  ])(
    'of an archive %s is made, and is not recorded, which is said',
    async (_which, code, spoil) => {
      const account = await archived();
      const held = await spoil(join(account.folder, '.mailstow'));
      expect(await checked(account)).toMatchObject({ state: 'sound', notKept: { code } });
      expect((await accountOf(account))?.lastCheck).toMatchObject({ state: 'sound' });
      if (held instanceof FolderLock) held.release();
    },
  );
});

describe('what the archive proves', () => {
  onceOnly(
    'survives the app: the report, the history, and what the last attempt failed with',
    async () => {
      const account = await archived();
      const { call, app, userData, accountId, failureOf } = account;
      const { verdict } = (await call('archive.report', { accountId })) ?? {};
      expect(verdict).toMatchObject({ state: 'complete', archived: 4 });
      await account.server.stop();
      await call('runs.start', { accountId });
      await account.until(accountId, ({ state }) => state === 'failed');
      await app.close();
      const again = await withAccount({}, {}, { userData });
      const [kept] = await again.call('accounts.list', undefined);
      expect(kept).toMatchObject({
        lastRun: { complete: false, failure: { kind: 'connection' } },
        lastComplete: { messages: 4 },
      });
      const report = await again.call('archive.report', { accountId });
      expect(report).toMatchObject({
        verdict: { state: 'failed' },
        failure: { kind: 'connection' },
      });
      const { rows } = await again.call('archive.history', { accountId });
      expect(rows.map(({ state }) => state)).toEqual(['failed', 'complete', 'complete']);
      expect(await failureOf('archive.report', { accountId: 'nobody' })).toMatchObject({
        code: 'account-gone',
      });
    },
  );

  onceOnly('is named as missing where its folder is', async () => {
    const account = await withAccount(four);
    const { failureOf, accountId } = account;
    for (const name of ['archive.report', 'archive.history'] as const) {
      expect(await failureOf(name, { accountId })).toMatchObject({ code: 'no-archive' });
    }
  });
});

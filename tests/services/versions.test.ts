import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BodiesSent } from '../accidents/bodies-sent.ts';
import { inbox } from '../imapcl/scripted-account.ts';
import { startServer } from '../servers/scripted/server.ts';
import { temporaryFolder } from './accounts/a-profile.ts';
import { anApp } from './an-app.ts';

/**
 * What the app of the first landing (commit 36bfb7b) kept after it had archived this account and listed it: its
 * accounts, and the archive with its catalog. The server's port and the folder in `accounts.json` are those of nobody.
 */
const fixture = join(import.meta.dirname, '../fixtures/archives/first-landing/app');
const deep = {
  name: 'Work/Příliš',
  uidValidity: 7,
  messages: [{ bytes: 'Subject: Deep\r\n\r\nDeep down.\r\n' }],
};
const subjects = ['Deep', 'Four', 'One', 'Three', 'Two'];

/** Today's app on the files of the first landing, after a change of the archive. */
async function opened(change: (own: string) => void = () => undefined) {
  const bodies = new BodiesSent();
  const { beforeFetchResponse } = bodies;
  const server = await startServer({ mailboxes: [inbox, deep], beforeFetchResponse });
  onTestFinished(() => server.stop());
  const folder = join(temporaryFolder(), 'mail');
  cpSync(join(fixture, 'mail'), folder, { recursive: true, preserveTimestamps: true });
  const own = join(folder, '.mailstow');
  change(own);
  const userData = temporaryFolder();
  const accounts = JSON.parse(readFileSync(join(fixture, 'accounts.json'), 'utf8'));
  const [{ id: accountId, profile }] = accounts.content;
  Object.assign(profile, { folder, server: { ...profile.server, port: server.port } });
  writeFileSync(join(userData, 'accounts.json'), JSON.stringify(accounts));
  const test = anApp({ userData });
  const listed = async () => {
    const query = { accountId, sort: 'subject', descending: false, offset: 0, limit: 9 } as const;
    return (await test.call('library.messages', query)).rows.map(({ subject }) => subject);
  };
  const allListed = () =>
    vi.waitFor(async () => expect(await listed()).toEqual(subjects), { timeout: 30_000 });
  const run = async () => {
    await test.call('runs.start', { accountId, password: 'secret' });
    return test.until(accountId, ({ finishedAt }) => finishedAt !== undefined);
  };
  return { ...test, accountId, own, bodies, run, listed, allListed };
}

function setVersion(own: string, version: number): void {
  const database = new DatabaseSync(join(own, 'catalog.sqlite'));
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}

/** Names and bytes of all that the program keeps in an archive, but what SQLite makes to read a catalog. */
function kept(own: string): Map<string, string> {
  const names = readdirSync(own, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter(name => statSync(join(own, name)).isFile());
  const ours = files.filter(name => !/-(shm|wal)$/.test(name));
  return new Map(ours.map(name => [name, readFileSync(join(own, name), 'base64')]));
}

const slow = { timeout: 120_000 };

test(
  'the accounts of the first landing open with their last run, and the next run fetches 0',
  slow,
  async () => {
    const { call, accountId, run, bodies, listed, allListed } = await opened();
    const [account] = await call('accounts.list', undefined);
    expect(account?.lastRun).toEqual({ finishedAt: 1795886563654, complete: true, messages: 5 });
    // The catalog is of today's version: what is in it is there at once.
    expect(await listed()).toEqual(subjects);
    expect(await call('library.later', { accountId })).toEqual({});
    expect(await run()).toMatchObject({ state: 'done', stored: 0, verdict: { state: 'complete' } });
    expect(bodies.take()).toEqual([]);
    const [after] = await call('accounts.list', undefined);
    expect(after?.lastRun).toMatchObject({ complete: true, messages: 5, verdict: { archived: 5 } });
    await allListed();
  },
);

test('a catalog of an earlier version is made again', slow, async () => {
  const { own, allListed } = await opened(own => setVersion(own, 1));
  await allListed();
  const database = new DatabaseSync(join(own, 'catalog.sqlite'), { readOnly: true });
  expect(Number(database.prepare('PRAGMA user_version').get()?.user_version)).toBeGreaterThan(1);
  database.close();
});

test('a catalog of a later version stays as it is beside another list', slow, async () => {
  const { call, accountId, own, allListed, run } = await opened(own => setVersion(own, 999));
  const before = readFileSync(join(own, 'catalog.sqlite'));
  expect(await call('library.later', { accountId })).toEqual({ madeByLater: 'list' });
  await allListed();
  expect(await run()).toMatchObject({ state: 'done', stored: 0 });
  await allListed();
  expect(readFileSync(join(own, 'catalog.sqlite'))).toEqual(before);
});

test('an archive of a later version is listed, and nothing in it changes', slow, async () => {
  const { call, accountId, own, allListed, run } = await opened(own => {
    writeFileSync(
      join(own, 'format.json'),
      '{"version":999,"layout":"folders","extension":".eml"}\n',
    );
    mkdirSync(join(own, 'incoming'), { recursive: true });
  });
  const before = kept(own);
  expect(await call('library.later', { accountId })).toEqual({ madeByLater: 'archive' });
  await allListed();
  expect(await run()).toMatchObject({ state: 'failed' });
  const after = kept(own);
  // A run takes the folder before it looks at what it is.
  for (const files of [before, after]) files.delete([...files.keys()].find(isLock) ?? '');
  expect(after).toEqual(before);
});

const isLock = (name: string) => /^lock\.[0-9]+$/.test(name);

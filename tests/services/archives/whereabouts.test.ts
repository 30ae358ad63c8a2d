import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { findArchives } from '../../../electron/services/archives/find-archives.ts';
import { messageFilesIn, test } from '../../both-layouts.ts';
import { openArchive } from '../../engine/archive/temporary-archive.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';
import { anApp, type ServedAccount, withAccount } from '../an-app.ts';

const letters = [1, 2, 3].map(
  at => `Subject: Number ${at}\r\nMessage-ID: <${at}@example.org>\r\n\r\nBody.\r\n`,
);
const mail: ServerOptions = { mailboxes: [{ name: 'INBOX', messages: letters }] };
const account = { user: 'user', host: '127.0.0.1' };

/** Begun in the present layout, so that the app goes on in it. */
async function begin(folder: string): Promise<void> {
  const { archive } = await openArchive(folder, { account });
  await archive.close();
}

async function run({ call, until, accountId }: ServedAccount, anew = false) {
  await call('runs.start', { accountId, anew });
  return until(accountId, ({ finishedAt }) => finishedAt !== undefined);
}

async function archivedOnce(changes: { folder?: string } = {}): Promise<ServedAccount> {
  const made = await withAccount(mail, changes);
  const app = { ...made, ...changes };
  await begin(app.folder);
  expect(await run(app)).toMatchObject({ state: 'done', stored: 3 });
  return app;
}

const missing = { code: 'archive-folder-missing', kind: 'output-folder' };

describe('an archive that was moved', () => {
  test('is asked for before a run, and gone on with where it is now', async () => {
    const app = await archivedOnce();
    const { call, failureOf, accountId, folder } = app;
    expect(await call('archive.whereabouts', { accountId })).toEqual({ state: 'there' });
    const moved = join(temporaryFolder(), 'elsewhere');
    renameSync(folder, moved);
    expect(await call('archive.whereabouts', { accountId })).toEqual({ state: 'missing' });
    expect(await failureOf('runs.start', { accountId })).toMatchObject(missing);
    expect(await failureOf('library.messages', { ...page, accountId })).toMatchObject(missing);
    expect(existsSync(folder)).toBe(false);

    const located = await call('accounts.locate', { accountId, folder: moved });
    expect(located).toMatchObject({ profile: { folder: moved }, storedIn: moved });
    expect(await run(app)).toMatchObject({ state: 'done', stored: 0, done: 3 });
    expect(messageFilesIn(moved)).toHaveLength(3);
    const total = async () => (await call('library.messages', { ...page, accountId })).total;
    await expect.poll(total, { timeout: 20_000 }).toBe(3);
  });

  test('is begun again only when that is asked for', async () => {
    const app = await archivedOnce();
    const { failureOf, accountId, folder } = app;
    rmSync(folder, { recursive: true });
    // The mount point of a disk that is not there.
    mkdirSync(folder);
    expect(await failureOf('runs.start', { accountId })).toMatchObject(missing);
    expect(await run(app, true)).toMatchObject({ state: 'done', stored: 3 });
    expect(await run(app)).toMatchObject({ state: 'done', stored: 0 });
  });

  test('is there as long as messages are', async () => {
    const app = await archivedOnce();
    rmSync(join(app.folder, '.mailstow'), { recursive: true });
    expect(await run(app)).toMatchObject({ state: 'done', stored: 0 });
  });

  test('is found under another name beside where it was', async () => {
    // Deep enough that no other test's is near.
    const place = join(temporaryFolder(), 'some', 'where', 'mail');
    const { call, accountId, folder } = await archivedOnce({ folder: place });
    const renamed = join(dirname(folder), 'renamed');
    renameSync(folder, renamed);
    await begin(join(dirname(folder), 'not', 'looked', 'into'));
    const found = await call('archive.find', { accountId });
    expect(found).toEqual([{ folder: renamed, messages: 3, archivedAt: expect.any(Number) }]);
  });

  test('is not taken from another account, nor from a folder without one', async () => {
    const { failureOf, accountId } = await archivedOnce();
    const empty = temporaryFolder();
    expect(await failureOf('accounts.locate', { accountId, folder: empty })).toMatchObject({
      code: 'no-archive',
    });
    const { archive } = await openArchive(empty, {
      account: { user: 'eve', host: 'mail.example' },
    });
    await archive.close();
    expect(await failureOf('accounts.locate', { accountId, folder: empty })).toMatchObject({
      code: 'other-account',
      args: { held: 'eve', heldHost: 'mail.example' },
    });
  });

  onceOnly('is remembered while its first run goes on, whatever becomes of that', async () => {
    const app = await withAccount(mail);
    const { userData, folder } = app;
    expect(await run(app)).toMatchObject({ state: 'done' });
    const saved = JSON.parse(readFileSync(join(userData, 'accounts.json'), 'utf8'));
    expect(saved.content[0]).toMatchObject({ storedIn: folder });
  });

  onceOnly('is missed too where an earlier version remembered its last run alone', async () => {
    const { app, userData, accountId, folder } = await archivedOnce();
    await app.close();
    const path = join(userData, 'accounts.json');
    const saved = JSON.parse(readFileSync(path, 'utf8'));
    delete saved.content[0].storedIn;
    writeFileSync(path, JSON.stringify(saved));
    renameSync(folder, `${folder} moved`);
    const { failureOf } = anApp({ userData });
    expect(await failureOf('runs.start', { accountId, password: 'secret' })).toMatchObject(missing);
  });

  onceOnly('another folder that the person chooses is begun unasked', async () => {
    const app = await archivedOnce();
    const [saved] = await app.call('accounts.list', undefined);
    if (saved === undefined) throw new Error('no account');
    const folder = join(temporaryFolder(), 'other');
    await app.call('accounts.save', { id: saved.id, profile: { ...saved.profile, folder } });
    expect(await run(app)).toMatchObject({ state: 'done', stored: 3 });
  });
});

describe('archives are looked for', () => {
  test('on disks that are connected now, whatever their mount point was', async () => {
    const disks = temporaryFolder();
    const kept = join(disks, 'Backup', 'Mail', 'jana');
    await begin(kept);
    const folder = '/media/somebody/Old name/Mail/jana';
    const folders = async (user: string) => {
      const found = await findArchives({ account: { ...account, user }, folder }, [disks]);
      return found.map(each => each.folder);
    };
    expect(await folders(account.user)).toEqual([kept]);
    expect(await folders('eve')).toEqual([]);
  });
});

const page = { sort: 'date', descending: true, offset: 0, limit: 10 } as const;

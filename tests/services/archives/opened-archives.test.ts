import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { LoopDisk, loopMissing } from '../../accidents/loop-disk.ts';
import { test } from '../../both-layouts.ts';
import { openArchive, storeAll } from '../../engine/archive/temporary-archive.ts';
import { aProfile, temporaryFolder } from '../accounts/a-profile.ts';
import { anApp, type TestApp } from '../an-app.ts';

const page = { sort: 'date', descending: true, offset: 0, limit: 10 } as const;
const account = { user: 'jana', host: 'mail.example.org' };

async function anArchive(folder = join(temporaryFolder(), 'archive')): Promise<string> {
  const { archive } = await openArchive(folder, { account });
  await storeAll(await archive.mailbox(mailboxName('INBOX', '/')), [1, 2, 3]);
  await archive.close();
  return folder;
}

/** What is listed once all of it is. */
async function counted({ app, call }: TestApp) {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const unsubscribe = app.subscribe(event => {
    if (event.name === 'archives.changed' && event.value.every(each => each.stock !== undefined))
      resolve(event.value);
  });
  const now = await call('archives.list', undefined);
  if (now.every(each => each.stock !== undefined)) resolve(now);
  return promise.finally(unsubscribe);
}

async function readsIt({ call }: TestApp, accountId: string): Promise<void> {
  await expect
    .poll(async () => (await call('library.messages', { ...page, accountId })).total, {
      timeout: 20_000,
    })
    .toBe(3);
  const { rows } = await call('library.messages', { ...page, accountId });
  const messageId = rows[0]?.id ?? -1;
  const message = await call('library.message', { accountId, messageId, remote: false });
  expect(message.subject).toMatch(/^Message [123]$/);
}

describe('an archive without its account', () => {
  test('is opened, read, counted, remembered, and taken from the list again', async () => {
    const folder = await anArchive();
    const first = anApp();
    const { accountId } = await first.call('archives.open', { folder });
    await readsIt(first, accountId);
    const stock = { bytes: expect.any(Number), years: [{ year: 2024, messages: 3 }] };
    expect(await counted(first)).toEqual([{ id: accountId, folder, account, stock }]);
    expect(await first.call('archives.open', { folder })).toEqual({ accountId });
    await first.app.close();

    const second = anApp({ userData: first.userData });
    expect(await second.call('archives.list', undefined)).toHaveLength(1);
    await readsIt(second, accountId);
    await second.call('archives.remove', { accountId });
    expect(await second.call('archives.list', undefined)).toEqual([]);
    expect(await second.failureOf('library.mailboxes', { accountId })).toMatchObject({
      code: 'account-gone',
    });
    expect(readdirSync(folder)).not.toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('is read where nothing can be written', async () => {
    const missing = loopMissing();
    const parent = temporaryFolder();
    const disk = missing === undefined ? new LoopDisk(join(parent, 'disk')) : undefined;
    disk?.mount();
    const folder = await anArchive(join(disk?.folder ?? parent, 'archive'));
    if (disk === undefined) chmodSync(join(folder, '.mailstow'), 0o555);
    disk?.unmount();
    disk?.mount('ro');
    const app = anApp();
    try {
      const { accountId } = await app.call('archives.open', { folder });
      await readsIt(app, accountId);
      await counted(app);
      expect(readdirSync(join(folder, '.mailstow'))).not.toContain('catalog.sqlite');
      expect(await app.call('folders.look', { path: folder })).toMatchObject(
        disk === undefined ? {} : { readOnly: true },
      );
    } finally {
      await app.app.close();
      if (disk === undefined) chmodSync(join(folder, '.mailstow'), 0o755);
      disk?.remove();
    }
  });

  test('is read while a run elsewhere works on it', async () => {
    const folder = await anArchive();
    const { archive } = await openArchive(folder, { account });
    const app = anApp();
    const { accountId } = await app.call('archives.open', { folder });
    await readsIt(app, accountId);
    await archive.close();
  });

  test('is missed where it is gone', async () => {
    const folder = await anArchive();
    const { call, failureOf } = anApp();
    const { accountId } = await call('archives.open', { folder });
    expect(await call('archive.whereabouts', { accountId })).toEqual({ state: 'there' });
    rmSync(folder, { recursive: true });
    expect(await call('archive.whereabouts', { accountId })).toEqual({ state: 'missing' });
    expect(await failureOf('library.messages', { ...page, accountId })).toMatchObject({
      code: 'archive-folder-missing',
    });
  });

  test('gives way to its account', async () => {
    const folder = await anArchive();
    const { call } = anApp();
    await call('archives.open', { folder });
    const { id } = await call('accounts.save', { profile: aProfile({ folder }) });
    expect(await call('archives.list', undefined)).toEqual([]);
    expect(await call('archives.open', { folder })).toEqual({ accountId: id });
  });

  onceOnly('a folder that is none is refused, and one that is not allowed', async () => {
    const root = temporaryFolder();
    const { failureOf, call } = anApp({ roots: [root] });
    writeFileSync(join(root, 'letter.txt'), 'Dear Sir');
    expect(await failureOf('archives.open', { folder: root })).toMatchObject({
      code: 'no-archive',
      nextStep: expect.stringMatching(/Choose the folder/),
    });
    const outside = await anArchive();
    expect(await failureOf('archives.open', { folder: outside })).toMatchObject({
      code: 'folder-not-allowed',
    });
    expect(await call('archives.list', undefined)).toEqual([]);
  });

  onceOnly('its list is kept in a file of its own, aside where it is damaged', async () => {
    const userData = temporaryFolder();
    const { call } = anApp({ userData });
    const { accountId } = await call('archives.open', { folder: await anArchive() });
    const path = join(userData, 'archives.json');
    expect(JSON.parse(readFileSync(path, 'utf8')).content).toMatchObject([{ id: accountId }]);
    writeFileSync(path, 'no JSON');
    const { failureOf } = anApp({ userData });
    expect(await failureOf('archives.list', undefined)).toMatchObject({
      code: 'damaged-archives-file',
    });
  });
});

describe('a folder says what it holds before it is chosen', () => {
  test('nothing, this account’s archive, another’s', async () => {
    const { call } = anApp();
    const folder = await anArchive();
    expect(await call('folders.look', { path: temporaryFolder(), account })).toEqual({
      free: expect.any(Number),
    });
    const own = { ...account, host: 'MAIL.example.org' };
    expect(await call('folders.look', { path: folder, account: own })).toMatchObject({
      holds: { whose: 'own', isOfLaterVersion: false },
    });
    const other = { ...account, user: 'eve' };
    expect(await call('folders.look', { path: folder, account: other })).toMatchObject({
      holds: { whose: 'other', account },
    });
    const format = join(folder, '.mailstow', 'format.json');
    const later = { ...JSON.parse(readFileSync(format, 'utf8')), version: 99 };
    writeFileSync(format, JSON.stringify(later));
    expect(await call('folders.look', { path: folder, account })).toMatchObject({
      holds: { isOfLaterVersion: true },
    });
  });

  test('a proposal that another account has taken makes way for another name', async () => {
    const root = temporaryFolder();
    const { call } = anApp({ roots: [root] });
    const email = 'jana@example.org';
    const proposed = () => call('folders.propose', { email, account: { user: 'x', host: 'y' } });
    const first = join(root, 'Mailstow', email);
    expect(await proposed()).toMatchObject({ path: first });
    await anArchive(first);
    expect(await proposed()).toMatchObject({ path: `${first} 2` });
    expect(await call('folders.propose', { email, account })).toMatchObject({ path: first });
  });
});

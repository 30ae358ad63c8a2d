import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { ArchiveReader } from '../../../electron/engine/archive/archive-reader.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { test } from '../../both-layouts.ts';
import { openArchive, storeAll, temporaryFolder, visibleFiles } from './temporary-archive.ts';

describe('opening', () => {
  test('creates the folder with its parents', async () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    const { archive } = await openArchive(folder);
    await archive.close();
    expect(existsSync(join(folder, '.mailstow'))).toBe(true);
  });

  test('a file in the folder’s place', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, 'mine');
    await expect(openArchive(path)).rejects.toMatchObject({ kind: 'output-folder' });
    await expect(openArchive(join(path, 'below'))).rejects.toMatchObject({ kind: 'output-folder' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('a second run is told who holds the folder, and gets it afterwards', async () => {
    const folder = temporaryFolder();
    const first = await openArchive(folder);
    await expect(openArchive(folder)).rejects.toMatchObject({
      kind: 'folder-in-use',
      message: expect.stringContaining(`Process ${process.pid} on `),
    });
    await first.archive.close();
    const second = await openArchive(folder);
    await second.archive.close();
  });

  test('another account is refused by name, unless overridden; the port does not count', async () => {
    const folder = temporaryFolder();
    await (await openArchive(folder)).archive.close();
    const other = { account: { user: 'sales', host: 'mail.example.org' } };
    await expect(openArchive(folder, other)).rejects.toMatchObject({
      kind: 'other-account',
      message: expect.stringMatching(
        /accounts on mail.example.org, not of sales on mail.example.org/,
      ),
    });
    await (await openArchive(folder, { ...other, overrideAccount: true })).archive.close();
    const spelled = { account: { user: 'accounts', host: 'MAIL.Example.org' } };
    await (await openArchive(folder, spelled)).archive.close();
  });

  test('a malformed .uidvalidity stops the run and frees the folder again', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.uidvalidity'), 'INBOX\n');
    await expect(openArchive(folder)).rejects.toMatchObject({ kind: 'uidvalidity-file-malformed' });
    writeFileSync(join(folder, '.uidvalidity'), 'INBOX=5\n');
    const { archive } = await openArchive(folder);
    expect((await archive.mailbox(mailboxName('inbox', '/'))).uidValidity).toBe(5);
    await archive.close();
  });

  test('clears what a crash left in incoming/', async () => {
    const folder = temporaryFolder();
    const leftover = join(folder, '.mailstow', 'incoming', 'INBOX-1-1.part');
    mkdirSync(join(folder, '.mailstow', 'incoming'), { recursive: true });
    writeFileSync(leftover, 'half a mess');
    await (await openArchive(folder)).archive.close();
    expect(existsSync(leftover)).toBe(false);
  });

  test('an ending that could leave the folder is refused', async () => {
    const changes = { extension: '/../../x' };
    await expect(openArchive(temporaryFolder(), changes)).rejects.toMatchObject({
      kind: 'arguments',
    });
  });
});

onceOnly('several mailboxes share one flat folder', async () => {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder);
  const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
  const drafts = await archive.mailbox(mailboxName('Entwürfe & Co/日本語', '/'));
  await inbox.setUidValidity(5);
  await drafts.setUidValidity(6);
  await Promise.all([storeAll(inbox, [1, 2]), storeAll(drafts, [2])]);
  await archive.close();
  expect([...visibleFiles(folder).keys()]).toEqual([
    'MSG_Entwürfe & Co%2F日本語_2.txt',
    'MSG_INBOX_1.txt',
    'MSG_INBOX_2.txt',
  ]);
  expect(readFileSync(join(folder, '.uidvalidity'), 'utf8')).toBe(
    'INBOX=5\nEntwürfe & Co/日本語=6\n',
  );
  rmSync(join(folder, '.mailstow'), { recursive: true });
  const again = await openArchive(folder);
  const named = [...new ArchiveReader(folder).mailboxes()].map(({ name }) => name);
  expect(named).toEqual(['INBOX', 'Entwürfe & Co/日本語']);
  expect((await again.archive.mailbox(mailboxName('INBOX', '/'))).uids('full')).toEqual([1, 2]);
  await again.archive.close();
});

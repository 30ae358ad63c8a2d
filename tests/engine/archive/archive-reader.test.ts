import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { ArchiveReader } from '../../../electron/engine/archive/archive-reader.ts';
import { verifyMailbox } from '../../../electron/engine/archive/verify.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { fileOf, layoutNow, test } from '../../both-layouts.ts';
import { openArchive, storeAll, temporaryFolder, visibleFiles } from './temporary-archive.ts';

async function archived(names: readonly string[], delimiter = '/') {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder);
  for (const name of names) {
    const mailbox = await archive.mailbox(mailboxName(name, delimiter));
    await mailbox.setUidValidity(7);
    await storeAll(mailbox, [1, 2, 3]);
  }
  await archive.close();
  return folder;
}

const paths = (reader: ArchiveReader) =>
  [...reader.mailboxes()].flatMap(mailbox =>
    mailbox.uids('full').map(uid => mailbox.record('full', uid)?.path),
  );

describe('reading an archive', () => {
  test('finds every file', async () => {
    const folder = await archived(['INBOX', 'Work.2024/x', 'work.2024/x'], '.');
    const reader = new ArchiveReader(folder);
    expect(reader.format.layout).toBe(layoutNow());
    expect(reader.account).toMatchObject({ user: 'accounts', host: 'mail.example.org' });
    expect(paths(reader).sort()).toEqual([...visibleFiles(folder).keys()]);
    expect([...reader.mailboxes()].map(({ uidValidity }) => uidValidity)).toEqual([7, 7, 7]);
  });

  test('goes on beside a run: a journal line that is not whole yet is left alone', async () => {
    const folder = await archived(['INBOX']);
    const running = await openArchive(folder);
    const journal = join(folder, '.mailstow/journal/INBOX.jsonl');
    appendFileSync(journal, '["f",4,20');
    const before = readFileSync(journal);
    const reader = new ArchiveReader(folder);
    expect(reader.holder?.pid).toBe(process.pid);
    expect([...reader.mailboxes()].map(each => each.counts().files)).toEqual([3]);
    expect(readFileSync(journal)).toEqual(before);
    await running.archive.close();
    expect(reader.holder).toBeUndefined();
  });

  test('counts what is missing, damaged and not in the journal', async () => {
    const folder = await archived(['INBOX']);
    const first = fileOf(folder, 'MSG_INBOX_1.txt');
    writeFileSync(first, 'cut');
    writeFileSync(first.replace(/1(\.txt|\]\.eml)$/, '9$1'), 'found');
    const [inbox] = [...new ArchiveReader(folder).mailboxes()];
    expect(inbox?.counts()).toMatchObject({ files: 3, missing: 0, damaged: 1, bytes: 405 });
  });
});

describe('verifying writes the hash of a file that has none', () => {
  async function withoutHash() {
    const folder = await archived(['INBOX']);
    const journal = join(folder, '.mailstow/journal/INBOX.jsonl');
    const text = readFileSync(journal, 'utf8');
    writeFileSync(journal, text.replace(/^(\["f",2,200,)"[^"]+"/m, '$1null'));
    return { folder, journal };
  }

  async function verify(folder: string) {
    const reader = new ArchiveReader(folder);
    const [inbox] = [...reader.mailboxes()];
    return inbox && verifyMailbox(folder, inbox);
  }

  test('once', async () => {
    const { folder } = await withoutHash();
    expect(await verify(folder)).toMatchObject({ ok: 2, unhashed: 1, altered: [] });
    expect(await verify(folder)).toMatchObject({ ok: 3, unhashed: 0, altered: [] });
    const locks = readdirSync(join(folder, '.mailstow')).filter(name => name.startsWith('lock.'));
    expect(locks).toHaveLength(1);
  });

  test('but never while a run owns the folder', async () => {
    const { folder, journal } = await withoutHash();
    const { archive } = await openArchive(folder);
    const before = readFileSync(journal);
    expect(await verify(folder)).toMatchObject({ unhashed: 1 });
    expect(readFileSync(journal)).toEqual(before);
    await archive.close();
  });
});

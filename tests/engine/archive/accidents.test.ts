import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { verifyMailbox } from '../../../electron/engine/archive/verify.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { layoutNow, test } from '../../both-layouts.ts';
import {
  bytesOf,
  openArchive,
  someDate,
  storeAll,
  temporaryFolder,
  visibleFiles,
} from './temporary-archive.ts';

/** An archive of three messages, closed; `path` gives a message's file. */
async function threeMessages() {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder);
  const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
  await mailbox.setUidValidity(5);
  await storeAll(mailbox, [1, 2, 3]);
  const path = (uid: number) => join(folder, mailbox.record('full', uid)?.path ?? '');
  const paths = new Map([1, 2, 3].map(uid => [uid, path(uid)]));
  await archive.close();
  return { folder, path: (uid: number) => paths.get(uid) ?? '' };
}

async function reopen(folder: string) {
  const { archive, warnings } = await openArchive(folder);
  return { archive, warnings, mailbox: await archive.mailbox(mailboxName('INBOX', '/')) };
}

describe('files that changed', () => {
  test('a deleted file is missing and can be stored again', async () => {
    const { folder, path } = await threeMessages();
    rmSync(path(2));
    const { archive, mailbox } = await reopen(folder);
    expect([mailbox.uids('full'), mailbox.has('full', 2)]).toEqual([[1, 3], false]);
    expect(await verifyMailbox(folder, mailbox)).toMatchObject({ ok: 2, missing: [{ uid: 2 }] });
    await storeAll(mailbox, [2]);
    expect(await verifyMailbox(folder, mailbox)).toMatchObject({ ok: 3, missing: [] });
    await archive.close();
  });

  test.each([
    ['truncated', 20],
    ['emptied', 0],
  ])(
    'a file that was %s is told of, stored again, and what was left is kept',
    async (_how, size) => {
      const { folder, path } = await threeMessages();
      truncateSync(path(2), size);
      const { archive, mailbox, warnings } = await reopen(folder);
      expect(mailbox.uids('full')).toEqual([1, 3]);
      expect(warnings).toEqual([expect.stringMatching(/^1 file of INBOX .* fetched again/)]);
      expect(await verifyMailbox(folder, mailbox)).toMatchObject({ ok: 2, altered: [{ uid: 2 }] });
      await storeAll(mailbox, [2]);
      expect(readFileSync(path(2))).toEqual(bytesOf(2));
      const kept = join(folder, '.mailstow', 'superseded', 'INBOX', 'replaced');
      expect(readdirSync(kept).map(name => readFileSync(join(kept, name)))).toEqual([
        bytesOf(2).subarray(0, size),
      ]);
      await archive.close();
    },
  );

  test('a message without a single byte is there as long as its empty file is', async () => {
    const folder = temporaryFolder();
    const { archive, mailbox } = await reopen(folder);
    await mailbox.setUidValidity(5);
    await storeAll(mailbox, [1], 'full', () => Buffer.alloc(0));
    const [name = ''] = visibleFiles(folder).keys();
    await archive.close();
    const again = await reopen(folder);
    expect([again.mailbox.uids('full'), again.warnings]).toEqual([[1], []]);
    await again.archive.close();
    writeFileSync(join(folder, name), 'no longer');
    const altered = await reopen(folder);
    expect([altered.mailbox.uids('full'), altered.warnings.length]).toEqual([[], 1]);
    await altered.archive.close();
  });

  test('one altered byte is found by verify, and left where it is', async () => {
    const { folder, path } = await threeMessages();
    const bytes = bytesOf(2);
    bytes[150] = 0;
    writeFileSync(path(2), bytes);
    const { archive, mailbox } = await reopen(folder);
    expect(mailbox.uids('full')).toEqual([1, 2, 3]);
    const { ok, altered } = await verifyMailbox(folder, mailbox);
    expect({ ok, altered: altered.map(damage => damage.uid) }).toEqual({ ok: 2, altered: [2] });
    expect(readFileSync(path(2))).toEqual(bytes);
    await archive.close();
  });

  test('a file renamed to a name of somebody’s own is fetched again; theirs stays', async () => {
    const { folder, path } = await threeMessages();
    renameSync(path(2), join(folder, 'important.txt'));
    const { archive, mailbox } = await reopen(folder);
    expect(mailbox.uids('full')).toEqual([1, 3]);
    await storeAll(mailbox, [2]);
    expect(readFileSync(join(folder, 'important.txt'))).toEqual(bytesOf(2));
    await archive.close();
  });

  test('.mailstow/ deleted: every file is adopted with hash and date, nothing is missing', async () => {
    const { folder } = await threeMessages();
    const before = visibleFiles(folder);
    rmSync(join(folder, '.mailstow'), { recursive: true });
    const { archive, mailbox } = await reopen(folder);
    expect([mailbox.uids('full'), mailbox.uidValidity]).toEqual([[1, 2, 3], 5]);
    const truncated = Math.floor(someDate / 1000) * 1000;
    expect(mailbox.record('full', 3)).toMatchObject({ internalDate: truncated, size: 200 });
    expect(await verifyMailbox(folder, mailbox)).toMatchObject({ ok: 3, unhashed: 0 });
    expect(visibleFiles(folder)).toEqual(before);
    await archive.close();
  });

  test('journal cut in the middle of a record: the file it told of is adopted', async () => {
    const { folder } = await threeMessages();
    const journal = join(folder, '.mailstow', 'journal', 'INBOX.jsonl');
    truncateSync(journal, readFileSync(journal).length - 30);
    const { archive, mailbox, warnings } = await reopen(folder);
    expect([mailbox.uids('full'), warnings]).toEqual([[1, 2, 3], []]);
    await archive.close();
  });

  test('a damaged line in the journal is told of and its file adopted', async () => {
    const { folder } = await threeMessages();
    const journal = join(folder, '.mailstow', 'journal', 'INBOX.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('["f",2', '["f",\0'));
    const first = await reopen(folder);
    expect(first.mailbox.uids('full')).toEqual([1, 2, 3]);
    expect(first.warnings).toEqual([expect.stringMatching(/^1 line of the journal of INBOX/)]);
    await first.archive.close();
    const second = await reopen(folder);
    expect(second.warnings).toEqual([]);
    await second.archive.close();
  });
});

test('a file may be renamed as long as its name says the UID as the layout does', async () => {
  const { folder, path } = await threeMessages();
  const name = layoutNow() === 'flat' ? 'MSG_INBOX_2.txt' : 'INBOX/the contract [2].eml';
  renameSync(path(2), join(folder, name));
  const { archive, mailbox } = await reopen(folder);
  expect(mailbox.record('full', 2)?.path).toBe(name);
  expect(await verifyMailbox(folder, mailbox)).toMatchObject({ ok: 3 });
  await archive.close();
});

describe('.uidvalidity', () => {
  test('without its line the journal knows the value', async () => {
    const { folder } = await threeMessages();
    rmSync(join(folder, '.uidvalidity'));
    const { archive, mailbox } = await reopen(folder);
    expect(mailbox.uidValidity).toBe(5);
    await mailbox.setUidValidity(5);
    expect(readFileSync(join(folder, '.uidvalidity'), 'utf8')).toBe('INBOX=5\n');
    await archive.close();
  });

  test('edited to another value: that value counts, and the recorded one is known beside it', async () => {
    const { folder } = await threeMessages();
    writeFileSync(join(folder, '.uidvalidity'), 'INBOX=99\n');
    const { archive, mailbox } = await reopen(folder);
    expect([mailbox.uidValidity, mailbox.recordedUidValidity]).toEqual([99, 5]);
    await archive.close();
  });
});

test('a file that cannot be hashed at adoption is counted as unhashed once, then has its hash', async () => {
  const { folder } = await threeMessages();
  const journal = join(folder, '.mailstow', 'journal', 'INBOX.jsonl');
  appendFileSync(journal, '["f",2,200,null,null,""]\n');
  const { archive, mailbox } = await reopen(folder);
  expect(await verifyMailbox(folder, mailbox)).toMatchObject({ ok: 2, unhashed: 1 });
  await archive.close();
  const again = await reopen(folder);
  expect(await verifyMailbox(folder, again.mailbox)).toMatchObject({ ok: 3, unhashed: 0 });
  await again.archive.close();
});

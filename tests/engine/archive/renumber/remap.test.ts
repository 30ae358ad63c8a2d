import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { storedMessages, test } from '../../../both-layouts.ts';
import { bytesOf, openArchive, storeAll, temporaryFolder } from '../temporary-archive.ts';
import { renumber } from './renumber.ts';

async function withMessages(uids: readonly number[]) {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder);
  const mailbox = await archive.mailbox(mailboxName('Work', '/'));
  await mailbox.setUidValidity(5);
  await storeAll(mailbox, uids);
  return { folder, archive, mailbox };
}

/** Which message is stored under which UID, told by its content. */
function contents(folder: string): [string, string][] {
  return Object.entries(storedMessages(folder)).map(([name, bytes]) => [name, bytes.slice(0, 18)]);
}

test('matched messages get their new UIDs, in any permutation; the others leave the visible set', async () => {
  const { folder, archive, mailbox } = await withMessages([1, 2, 3, 4]);
  const moves = [
    { kind: 'full', from: 1, to: 2 },
    { kind: 'full', from: 2, to: 3 },
    { kind: 'full', from: 3, to: 1 },
    { kind: 'full', from: 77, to: 78 },
  ] as const;
  await renumber(mailbox, 6, moves);
  expect(mailbox.change.pending).toEqual({ from: 5, to: 6 });
  expect([mailbox.uidValidity, mailbox.recordedUidValidity]).toEqual([5, 6]);
  expect(mailbox.uids('full')).toEqual([1, 2, 3]);
  for (const [uid, was] of [
    [1, 3],
    [2, 1],
    [3, 2],
  ] as const) {
    expect(mailbox.readHead('full', uid, Buffer.alloc(500))).toEqual(bytesOf(was));
    expect(mailbox.record('full', uid)).toMatchObject({ uidValidity: 6, flags: ['\\Seen'] });
  }
  await storeAll(mailbox, [9]);
  mailbox.change.finish();
  expect([mailbox.uidValidity, mailbox.change.pending]).toEqual([6, undefined]);
  expect(contents(folder)).toHaveLength(4);
  const aside = join(folder, '.mailstow', 'superseded', 'Work', '5');
  expect(readdirSync(aside)).toHaveLength(1);
  await archive.close();
  const again = await openArchive(folder);
  const reopened = await again.archive.mailbox(mailboxName('Work', '/'));
  expect([reopened.uidValidity, reopened.uids('full')]).toEqual([6, [1, 2, 3, 9]]);
  await reopened.purgeSuperseded();
  expect(existsSync(aside)).toBe(false);
  await again.archive.close();
});
test('a change that meets another change is closed first', async () => {
  const { folder, archive, mailbox } = await withMessages([1, 2]);
  await renumber(mailbox, 6, [{ kind: 'full', from: 1, to: 10 }]);
  await archive.close();
  const again = await openArchive(folder);
  const reopened = await again.archive.mailbox(mailboxName('Work', '/'));
  expect(reopened.change.pending).toEqual({ from: 5, to: 6 });
  await renumber(reopened, 7, [{ kind: 'full', from: 10, to: 20 }]);
  expect(reopened.change.pending).toEqual({ from: 6, to: 7 });
  reopened.change.finish();
  expect(contents(folder)).toEqual([['MSG_Work_20.txt', 'Subject: Message 1']]);
  expect(readFileSync(join(folder, '.uidvalidity'), 'utf8')).toBe('Work=7\n');
  await again.archive.close();
});

test('from 0 to 0 again and again: nothing that was set aside is overwritten', async () => {
  const { folder, archive, mailbox } = await withMessages([1]);
  await mailbox.setUidValidity(0);
  for (let round = 0; round < 3; round++) {
    await renumber(mailbox, 0, []);
    mailbox.change.finish();
    await storeAll(mailbox, [1]);
  }
  const superseded = join(folder, '.mailstow', 'superseded', 'Work');
  expect(readdirSync(superseded).sort()).toEqual(['0', '0 (2)', '0 (3)']);
  await archive.close();
});

test('other mailboxes of the folder do not move', async () => {
  const { folder, archive, mailbox } = await withMessages([1]);
  const other = await archive.mailbox(mailboxName('Work_1', '/'));
  await other.setUidValidity(5);
  await storeAll(other, [1]);
  await renumber(mailbox, 6, []);
  mailbox.change.finish();
  expect(contents(folder).map(([name]) => name)).toEqual(['MSG_Work_1_1.txt']);
  await archive.close();
});

test('two moves to one UID are refused before anything moves', async () => {
  const { folder, archive, mailbox } = await withMessages([1, 2]);
  const moves = [
    { kind: 'full', from: 1, to: 5 },
    { kind: 'full', from: 2, to: 5 },
  ] as const;
  await expect(renumber(mailbox, 6, moves)).rejects.toThrow('full to 5');
  expect(mailbox.change.pending).toBeUndefined();
  expect(contents(folder)).toHaveLength(2);
  await archive.close();
});

import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { test } from '../../both-layouts.ts';
import { renumber } from './renumber/renumber.ts';
import { openArchive, storeAll, temporaryFolder } from './temporary-archive.ts';

/** INBOX, whose messages 1 to 3 are the messages 10 to 30 of All. */
async function linked() {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder);
  const all = await archive.mailbox(mailboxName('Mail/All', '/'));
  const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
  await all.setUidValidity(7);
  await inbox.setUidValidity(8);
  await storeAll(all, [10, 20, 30]);
  inbox.links.add(
    all,
    new Map([
      [1, 10],
      [2, 20],
      [3, 30],
    ]),
  );
  return { folder, archive, all, inbox };
}

/** Which of the three count as archived, after the folder is opened again. */
async function elsewhereIn(folder: string) {
  const { archive } = await openArchive(folder);
  const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
  const uids = [1, 2, 3, 4].filter(uid => inbox.isElsewhere('full', uid));
  await archive.close();
  return uids;
}

describe('messages kept under another mailbox', () => {
  test('count as archived there, in the kind that is there, in this run and the next', async () => {
    const { folder, archive, inbox } = await linked();
    expect([1, 2, 3, 4].filter(uid => inbox.isElsewhere('full', uid))).toEqual([1, 2, 3]);
    expect(inbox.isElsewhere('header', 1)).toBe(false);
    expect(inbox.has('full', 1)).toBe(false);
    await archive.close();
    expect(await elsewhereIn(folder)).toEqual([1, 2, 3]);
  });

  test('count no more when the file is gone or has another size', async () => {
    const { folder, archive, all } = await linked();
    const paths = [20, 30].map(uid => join(folder, all.record('full', uid)?.path ?? ''));
    await archive.close();
    const [second = '', third = ''] = paths;
    rmSync(second);
    appendFileSync(third, 'x');
    expect(await elsewhereIn(folder)).toEqual([1]);
  });

  test('count no more when the other mailbox is renumbered', async () => {
    const { folder, archive, all } = await linked();
    await renumber(all, 9, [{ kind: 'full', from: 20, to: 10 }]);
    all.change.finish();
    await archive.close();
    expect(await elsewhereIn(folder)).toEqual([]);
  });

  test('nor when their own is', async () => {
    const { folder, archive, inbox } = await linked();
    await inbox.setUidValidity(9);
    await archive.close();
    expect(await elsewhereIn(folder)).toEqual([]);
  });

  test('linked during a change of the own numbering they count', async () => {
    const { folder, archive, all, inbox } = await linked();
    await storeAll(inbox, [4]);
    await renumber(inbox, 9, [{ kind: 'full', from: 4, to: 40 }]);
    expect(inbox.isElsewhere('full', 1)).toBe(false);
    inbox.links.add(all, new Map([[2, 20]]));
    expect(inbox.isElsewhere('full', 2)).toBe(true);
    await archive.close();
    expect(await elsewhereIn(folder)).toEqual([2]);
  });

  test('do not count when .uidvalidity says another number than they were linked under', async () => {
    const { folder, archive } = await linked();
    await archive.close();
    writeFileSync(join(folder, '.uidvalidity'), 'Mail/All=7\nINBOX=12\n');
    expect(await elsewhereIn(folder)).toEqual([]);
  });
});

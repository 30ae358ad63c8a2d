import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { storedMessages, test } from '../../../both-layouts.ts';
import { openArchive, storeAll, temporaryFolder } from '../temporary-archive.ts';

const work = mailboxName('Work', '/');

test('a change that the first landing began is finished: its plan names the files itself', async () => {
  const folder = temporaryFolder();
  const first = await openArchive(folder);
  const mailbox = await first.archive.mailbox(work);
  await mailbox.setUidValidity(5);
  await storeAll(mailbox, [1, 2]);
  const { layout } = mailbox;
  const files = [1, 2].map(uid => {
    const { path = '', size } = mailbox.record('full', uid) ?? {};
    const oldName = path.slice(path.lastIndexOf('/') + 1);
    const newName = layout.renamed(oldName, 'full', uid + 10);
    const unknown = { sha256: null, internalDate: null, flags: '' };
    return { kind: 'full', oldName, newName, size, uid: uid + 10, ...unknown };
  });
  const before = Object.values(storedMessages(folder));
  await first.archive.close();
  const plans = join(folder, '.mailstow/remap');
  mkdirSync(plans, { recursive: true });
  const plan = { mailbox: 'Work', delimiter: '/', from: 5, to: 6, phase: 'clear', aside: '5' };
  writeFileSync(join(plans, 'Work.json'), JSON.stringify({ ...plan, files }));

  const { archive } = await openArchive(folder);
  const found = await archive.mailbox(work);
  expect(found.change.pending).toEqual({ from: 5, to: 6 });
  found.change.finish();
  expect([found.uidValidity, found.uids('full')]).toEqual([6, [11, 12]]);
  expect(Object.values(storedMessages(folder))).toEqual(before);
  expect(readdirSync(plans)).toEqual([]);
  await archive.close();
});

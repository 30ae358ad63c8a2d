import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { verifyMailbox } from '../../../electron/engine/archive/verify.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { test } from '../../both-layouts.ts';
import {
  bytesOf,
  openArchive,
  storeAll,
  temporaryFolder,
  visibleFiles,
} from './temporary-archive.ts';

const uids = Array.from({ length: 300 }, (_, index) => index + 1);
const bytes = (uid: number) => bytesOf(uid, 9_000);

function mountSmall(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
}

/** Why no small file system can be mounted here, or undefined. */
function mountMissing(): string | undefined {
  return process.platform === 'linux' && process.getuid?.() === 0
    ? undefined
    : 'needs Linux and the right to mount';
}

describe.skipIf(mountMissing() !== undefined)(
  `on a small disk (${mountMissing() ?? 'mounted'})`,
  () => {
    test('disk full: said plainly, nothing half, the next run continues', async () => {
      const disk = temporaryFolder();
      mountSmall(disk, 'size=1536k');
      const folder = join(disk, 'mail');
      const { archive } = await openArchive(folder);
      const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await mailbox.setUidValidity(5);
      await expect(storeAll(mailbox, uids, 'full', bytes)).rejects.toMatchObject({
        kind: 'disk-full',
        message: expect.stringMatching(/^The disk is full/),
      });
      await archive.close().catch(error => expect(error).toMatchObject({ kind: 'disk-full' }));
      const files = visibleFiles(folder);
      expect(files.size).toBeGreaterThan(0);
      for (const bytes of files.values()) expect(bytes).toHaveLength(9_000);

      execFileSync('mount', ['-o', 'remount,size=16m', disk]);
      const again = await openArchive(folder);
      const reopened = await again.archive.mailbox(mailboxName('INBOX', '/'));
      const rest = uids.filter(uid => !reopened.has('full', uid));
      expect(rest).toHaveLength(uids.length - files.size);
      await storeAll(reopened, rest, 'full', bytes);
      expect(await verifyMailbox(folder, reopened)).toMatchObject({
        ok: 300,
        missing: [],
        altered: [],
      });
      await again.archive.close();
    });

    test('read-only: said plainly at the opening', async () => {
      const disk = temporaryFolder();
      mountSmall(disk, 'size=1m,ro');
      await expect(openArchive(join(disk, 'mail'))).rejects.toMatchObject({
        kind: 'output-folder',
        message: expect.stringContaining('the disk is read-only'),
      });
    });
  },
);

test('a writer that cannot write says so at once and at every flush, and takes no harm from more', async () => {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder);
  const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
  mkdirSync(join(folder, '.mailstow', 'journal', 'INBOX.jsonl'));
  const failures: string[] = [];
  const writer = mailbox.writer(
    'full',
    () => failures.push('stored'),
    failure => failures.push(failure.kind),
  );
  writer.store({ uid: 1, flags: [] }, { kind: 'memory', bytes: bytesOf(1) });
  await expect(writer.flush()).rejects.toMatchObject({ kind: 'output-folder' });
  writer.store({ uid: 2, flags: [] }, { kind: 'memory', bytes: bytesOf(2) });
  await expect(writer.close()).rejects.toBe(writer.failure);
  expect(failures).toEqual(['output-folder']);
  await archive.close();
});

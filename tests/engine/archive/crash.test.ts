import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { verifyMailbox } from '../../../electron/engine/archive/verify.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { layoutNow, test } from '../../both-layouts.ts';
import { times } from '../../prove/in-proof.ts';
import { runChild } from './crash/run-child.ts';
import {
  bytesFor,
  newUids,
  remapMoves,
  remapScene,
  storeScene,
  unmatchedUid,
} from './crash/scene.ts';
import { openArchive, temporaryFolder, visibleFiles } from './temporary-archive.ts';

/** More steps than any scenario has; the last one shows that the child then reaches its end. */
const mostSteps = 200;
/** From one crash to the next; `npm run prove -- crash` makes one before every single step. */
const stride = times(16, 1);
/** Milliseconds for all of them. */
const longest = 1_920_000 / stride;
/** So that the layouts crash at different steps. */
const first = { flat: 1, folders: Math.min(3, stride) };

function uidOf(name: string): number {
  return Number(/(?:_|\[)(\d+)(?:\.txt|\]\.eml)$/.exec(name)?.[1]);
}

function visibleByUid(folder: string): Map<number, string> {
  return new Map([...visibleFiles(folder)].map(([name, bytes]) => [uidOf(basename(name)), bytes]));
}

function text(uid: number): string {
  return bytesFor(uid).toString('latin1');
}

/** Runs `check` after a crash before one step after the other; returns how many steps there are, less than a stride too few. */
async function crashAtSteps(
  scenario: 'store' | 'remap',
  thread: 'main' | 'worker',
  prepare: (folder: string) => void,
  check: (folder: string, stored: readonly number[]) => Promise<void>,
): Promise<number> {
  const root = temporaryFolder();
  for (let step = first[layoutNow()]; step <= mostSteps; step += stride) {
    const folder = join(root, `${step}`);
    prepare(folder);
    const end = await runChild(scenario, folder, layoutNow(), thread, step);
    await check(folder, end.stored);
    if (!end.killed) return step - stride;
  }
  throw new Error(`The child has more than ${mostSteps} steps.`);
}

async function checkStored(folder: string, stored: readonly number[]) {
  const found = visibleByUid(folder);
  for (const [uid, bytes] of found) expect(bytes === text(uid)).toBe(true);
  for (const uid of stored) expect(found.has(uid)).toBe(true);
  const { archive, warnings } = await openArchive(folder);
  const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
  expect(mailbox.uids('full')).toEqual([...found.keys()].sort((a, b) => a - b));
  await storeScene(mailbox, () => undefined);
  const verdict = await verifyMailbox(folder, mailbox);
  expect(verdict).toMatchObject({ ok: newUids.length, missing: [], altered: [], unhashed: 0 });
  await archive.close();
  expect(visibleFiles(folder).size).toBe(newUids.length);
  expect(readdirSync(join(folder, '.mailstow', 'incoming'))).toEqual([]);
  expect(warnings).toEqual([]);
}

test.each(['worker', 'main'] as const)(
  'killed before a step of storing, %s thread',
  {
    timeout: longest,
  },
  async thread => {
    const prepare = (folder: string) => mkdirSync(folder, { mode: 0o700 });
    const steps = await crashAtSteps('store', thread, prepare, checkStored);
    expect(steps).toBeGreaterThan(20);
  },
);

test('killed before a step of a change of UIDVALIDITY', {
  timeout: longest,
}, async () => {
  const before = join(temporaryFolder(), 'before');
  const prepared = await openArchive(before);
  const inbox = await prepared.archive.mailbox(mailboxName('INBOX', '/'));
  await storeScene(inbox, () => undefined);
  await prepared.archive.close();
  const moved = new Map(remapMoves.map(({ from, to }) => [to, text(from)]));
  const after = new Map([...moved, [unmatchedUid, text(unmatchedUid)]]);

  const steps = await crashAtSteps(
    'remap',
    'main',
    folder => cpSync(before, folder, { recursive: true, preserveTimestamps: true }),
    async folder => {
      const { archive, warnings } = await openArchive(folder);
      const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await remapScene(mailbox, () => undefined);
      const verdict = await verifyMailbox(folder, mailbox);
      expect(verdict).toMatchObject({ ok: 4, missing: [], altered: [], unhashed: 0 });
      await archive.close();
      expect(warnings).toEqual([]);
      expect(visibleByUid(folder)).toEqual(after);
      expect(readFileSync(join(folder, '.uidvalidity'), 'utf8')).toBe('INBOX=6\n');
      expect(readdirSync(join(folder, '.mailstow', 'remap'))).toEqual([]);
      const aside = join(folder, '.mailstow', 'superseded', 'INBOX', '5');
      expect(readdirSync(aside).map(uidOf).sort()).toEqual([3, 4, 5]);
    },
  );
  expect(steps).toBeGreaterThan(30);
});

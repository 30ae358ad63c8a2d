import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { LoopDisk, loopMissing } from '../accidents/loop-disk.ts';
import { layoutNow, storedMessages, test } from '../both-layouts.ts';
import { cleanUpAfterEach } from '../imapcl/scripted-account.ts';
import { mailstowAccount } from './account.ts';

cleanUpAfterEach();

const missing = loopMissing();
/** 249, as the system counts. */
const missingCode = -7;

/** A profile that has archived once, and what runs it again. */
async function archivedOnce(folder?: string) {
  const account = await mailstowAccount();
  const { access, place, run } = account;
  const kept = folder === undefined ? place.out : join(place.folder, folder);
  const save = (into: string) =>
    run(['profile', 'save', 'home', ...access, '--folder', into, '--layout', layoutNow()]);
  expect(await save(kept)).toMatchObject({ code: 0 });
  return {
    ...account,
    kept,
    save,
    archiveHome: (...more: string[]) => run(['archive', 'home', ...more]),
  };
}

const asks = /isn’t there any more; Mailstow didn’t start a new one/;

describe('a saved profile whose archive is gone', () => {
  test('refuses to begin another, until it is told where the archive is now', async () => {
    const { archiveHome, kept, place, run } = await archivedOnce();
    expect(await archiveHome()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    const moved = join(place.folder, 'moved');
    renameSync(kept, moved);

    const refused = await archiveHome();
    expect(refused).toMatchObject({ code: missingCode, stdout: '' });
    expect(refused.stderr).toMatch(asks);
    expect(refused.stderr).toMatch(/mailstow profile move home FOLDER/);
    expect(readdirSync(place.folder)).not.toContain('out');

    const elsewhere = await run(['profile', 'move', 'home', join(place.folder, 'config')]);
    expect(elsewhere).toMatchObject({ code: missingCode });
    expect(elsewhere.stderr).toMatch(/No Mailstow archive was found/);
    expect(await run(['profile', 'move', 'home', moved])).toMatchObject({ code: 0 });
    expect(await archiveHome()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(Object.keys(storedMessages(moved))).toHaveLength(4);
  });

  test('begins a new one with --new-archive, and goes on in it', async () => {
    const { archiveHome, kept } = await archivedOnce();
    await archiveHome();
    rmSync(kept, { recursive: true });
    expect(await archiveHome()).toMatchObject({ code: missingCode });
    expect(await archiveHome('--new-archive')).toMatchObject({ stdout: 'Stored 4 Messages\n' });
    expect(await archiveHome()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  });

  test('takes the folder under which it is saved again', async () => {
    const { archiveHome, kept, place, save } = await archivedOnce();
    await archiveHome();
    const moved = join(place.folder, 'moved');
    renameSync(kept, moved);
    // Other options alone do not make it forget.
    await save(kept);
    expect(await archiveHome()).toMatchObject({ code: missingCode });
    await save(moved);
    expect(await archiveHome()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  });

  test('goes on where the files of Mailstow are gone and messages are there', async () => {
    const { archiveHome, kept } = await archivedOnce();
    await archiveHome();
    rmSync(join(kept, '.mailstow'), { recursive: true });
    expect(await archiveHome()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  });

  test('another account’s archive is not taken for it', async () => {
    const { archiveHome, kept, place, run } = await archivedOnce();
    await archiveHome();
    const other = join(place.folder, 'other');
    renameSync(kept, other);
    const identity = join(other, '.mailstow', 'account.json');
    writeFileSync(identity, JSON.stringify({ user: 'somebody', host: 'mail.example.org' }));
    const refused = await run(['profile', 'move', 'home', other]);
    expect(refused).toMatchObject({ code: 20 });
    expect(refused.stderr).toMatch(/somebody on mail\.example\.org/);
  });

  test('plain options create, as ever', async () => {
    const { archive, place } = await mailstowAccount();
    await archive();
    rmSync(place.out, { recursive: true });
    expect(await archive()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
  });

  onceOnly('a profile of an earlier version still runs, and remembers from then on', async () => {
    const { archiveHome, place } = await archivedOnce();
    const path = join(place.folder, 'config', 'profiles', 'home.json');
    const { version, options } = JSON.parse(readFileSync(path, 'utf8'));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 1, options });
    writeFileSync(path, JSON.stringify({ version, options }));
    await archiveHome();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      version,
      options,
      storedIn: place.out,
    });
  });
});

describe.skipIf(missing !== undefined)(
  `a disk that is not mounted${missing ? `: ${missing}` : ''}`,
  () => {
    test('nothing is written below its mount point; mounted again, the run goes on', async () => {
      const { archiveHome, place } = await archivedOnce('disk/Mail');
      const disk = new LoopDisk(join(place.folder, 'disk'));
      try {
        disk.mount();
        expect(await archiveHome()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
        disk.unmount();
        const refused = await archiveHome();
        expect(refused.code).toBe(missingCode);
        expect(refused.stderr).toMatch(/Connect its disk and try again/);
        expect(readdirSync(disk.folder)).toEqual([]);
        disk.mount();
        expect(await archiveHome()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
      } finally {
        disk.remove();
      }
    });
  },
);

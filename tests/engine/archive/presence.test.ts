import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test as onceOnly } from 'vitest';
import { Archive } from '../../../electron/engine/archive/archive.ts';
import { holdsArchive } from '../../../electron/engine/archive/presence.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { extensionNow, layoutNow, test } from '../../both-layouts.ts';
import { openArchive, storeAll, temporaryFolder } from './temporary-archive.ts';

async function anArchive(folder: string): Promise<void> {
  const { archive } = await openArchive(folder);
  const mailbox = await archive.mailbox(mailboxName('Work/2024', '/'));
  await storeAll(mailbox, [1, 2]);
  await archive.close();
}

describe('an archive is there', () => {
  test('as long as one of its marks is, or one message file', async () => {
    const folder = temporaryFolder();
    expect(holdsArchive(folder)).toBe(false);
    await anArchive(folder);
    expect(holdsArchive(folder)).toBe(true);
    rmSync(join(folder, '.mailstow'), { recursive: true });
    expect(holdsArchive(folder)).toBe(true);
    rmSync(join(folder, '.uidvalidity'), { force: true });
    expect(holdsArchive(folder)).toBe(true);
    const [first = '', ...others] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith(extensionNow()))
      .map(name => join(folder, name));
    for (const file of others) rmSync(file);
    expect(holdsArchive(folder)).toBe(true);
    rmSync(first);
    expect(holdsArchive(folder)).toBe(false);
  });

  onceOnly('not where the folder is missing, or is a file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(holdsArchive(join(folder, 'file'))).toBe(false);
    expect(holdsArchive(join(folder, 'gone'))).toBe(false);
  });

  onceOnly('not behind a link that leads out of the folder', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    await anArchive(elsewhere);
    symlinkSync(elsewhere, join(folder, 'link'));
    mkdirSync(join(folder, '.mailstow'));
    symlinkSync(
      join(elsewhere, '.mailstow', 'account.json'),
      join(folder, '.mailstow', 'account.json'),
    );
    expect(holdsArchive(folder)).toBe(false);
  });

  onceOnly('not in other people’s files, whatever they are called', () => {
    const parts = fc.constantFrom('MSG', '_', 'a', '[', ']', '1', '0', '.', 'eml', 'txt', '-');
    const names = fc
      .array(parts, { minLength: 1, maxLength: 8 })
      .map(each => each.join(''))
      .filter(name => !/^\.{1,2}$/.test(name) && name !== '.mailstow');
    fc.assert(
      fc.property(names, name => {
        const folder = join(temporaryFolder(), 'a', 'b');
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, name), '');
        const isMessage =
          /^MSG_.+_[1-9]\d{0,9}(\.[\w-]{1,27})?$/.test(name) || /\[[1-9]\d{0,9}\]\.eml$/.test(name);
        expect(holdsArchive(join(folder, '..'))).toBe(isMessage);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an archive that must be there', () => {
  test('is opened where it is, and nowhere is anything made where it is not', async () => {
    const folder = join(temporaryFolder(), 'mail');
    await anArchive(folder);
    const { archive } = await openArchive(folder, { mustExist: true });
    await archive.close();
    rmSync(folder, { recursive: true });
    const options = {
      ...{ folder, layout: layoutNow(), extension: extensionNow(), mustExist: true },
      account: { user: 'accounts', host: 'mail.example.org' },
      onWarning: () => undefined,
    };
    const failure = { code: 'archive-folder-missing', kind: 'output-folder' };
    await expect(Archive.open(options)).rejects.toMatchObject({ failure });
    expect(readdirSync(join(folder, '..'))).toEqual([]);
    mkdirSync(folder);
    await expect(Archive.open(options)).rejects.toMatchObject({ failure });
    expect(readdirSync(folder)).toEqual([]);
  });
});

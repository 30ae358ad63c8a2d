import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { writeWhole } from '../../../electron/services/window/whole-file.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';

const content = () => Readable.from([Buffer.from('whole')]);

test('replaces a file, and what a link leads to, for nobody else to read', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'real'), 'before');
  symlinkSync('real', join(folder, 'link'));
  await writeWhole(join(folder, 'link'), content);
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('whole');
  expect(readdirSync(folder).sort()).toEqual(['link', 'real']);
  if (process.platform !== 'win32') {
    expect(statSync(join(folder, 'real')).mode & 0o077).toBe(0);
  }
});

test.skipIf(process.platform === 'win32')(
  'leaves alone what is no file, and does not even begin',
  async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    mkdirSync(join(folder, 'folder'));
    const neverOpened = () => expect.unreachable();
    for (const path of [join(folder, 'pipe'), join(folder, 'folder'), '/dev/null']) {
      await expect(writeWhole(path, neverOpened)).rejects.toMatchObject({ kind: 'output-folder' });
    }
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['folder', 'pipe']);
  },
);

test('leaves the old file where the new one breaks off', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'report'), 'before');
  const broken = () =>
    Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw Object.assign(new Error('broken'), { code: 'EIO' });
      })(),
    );
  await expect(writeWhole(join(folder, 'report'), broken)).rejects.toThrow();
  expect(readFileSync(join(folder, 'report'), 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['report']);
});

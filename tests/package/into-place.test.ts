import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildDesktop } from '../../build/desktop-app.ts';
import { intoPlace } from '../../build/into-place.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

/** A folder with what an earlier build made. */
function built(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'desktop'));
  writeFileSync(join(folder, 'desktop/main.mjs'), 'old');
  writeFileSync(join(folder, 'other'), 'kept');
  return folder;
}
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('what a build makes', () => {
  test('takes the place of what an earlier one made, whole', async () => {
    const folder = built();
    const told = await intoPlace(folder, async beside => {
      mkdirSync(join(beside, 'desktop'));
      writeFileSync(join(beside, 'desktop/new.mjs'), 'new');
      expect(read(folder, 'desktop/main.mjs')).toBe('old');
      return 7;
    });
    expect(told).toBe(7);
    expect(readdirSync(folder).sort()).toEqual(['desktop', 'other']);
    expect(readdirSync(join(folder, 'desktop'))).toEqual(['new.mjs']);
  });

  test('goes, where it fails, and what was there stays', async () => {
    const folder = built();
    const failing = intoPlace(folder, async beside => {
      mkdirSync(join(beside, 'desktop'));
      throw new Error('half done');
    });
    await expect(failing).rejects.toThrow('half done');
    expect(readdirSync(folder).sort()).toEqual(['desktop', 'other']);
    expect(read(folder, 'desktop/main.mjs')).toBe('old');
  });

  test('the desktop app: a source that does not build leaves the app that works', async () => {
    const folder = built();
    const source = join(folder, 'broken.ts');
    writeFileSync(source, 'export const = ;');
    const broken = { configFile: false, logLevel: 'silent', build: { ssr: source } } as const;
    await expect(buildDesktop(folder, [broken])).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['broken.ts', 'desktop', 'other']);
    expect(read(folder, 'desktop/main.mjs')).toBe('old');
  });
});

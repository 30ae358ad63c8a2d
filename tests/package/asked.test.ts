import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../build/package/arguments.ts';
import { downloadFailure } from '../../build/package/download-failure.ts';
import { runtimeAtHand } from '../../build/package/runtime-at-hand.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

describe('npm run package', () => {
  test('knows what it is asked', () => {
    expect(readArguments([])).toEqual({ unpacked: false });
    expect(readArguments(['--dir'])).toEqual({ unpacked: true });
    for (const wrong of [['--dri'], ['dir'], ['--dir=x']]) {
      expect(readArguments(wrong), wrong.join(' ')).toBeUndefined();
    }
  });

  const program = resolve(import.meta.dirname, '../../build/package.ts');

  test('takes no feed that could be listened to or changed on the way', () => {
    const { status, stderr } = spawnSync(process.execPath, [program, '--dir'], {
      encoding: 'utf8',
      env: { ...process.env, MAILSTOW_UPDATE_FEED: 'http://updates.example.org/' },
    });
    const said = 'MAILSTOW_UPDATE_FEED has to be an https address.\n';
    expect({ status, stderr }).toEqual({ status: 2, stderr: said });
  });

  test('does nothing that it does not understand, and says how it is asked', () => {
    const { status, stderr } = spawnSync(process.execPath, [program, '--everything'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Usage: npm run package [-- --dir]\n',
    });
  });

  test('takes the runtime that npm start would take, with its version', () => {
    const folder = temporaryFolder();
    const dist = join(folder, 'elsewhere');
    writeFileSync(join(folder, 'package.json'), '{"version":"45.0.0"}');
    mkdirSync(dist);
    const env = { ELECTRON_OVERRIDE_DIST_PATH: dist };
    expect(runtimeAtHand(env, 'linux', folder)).toBeUndefined();
    writeFileSync(join(dist, 'electron'), '');
    expect(runtimeAtHand(env, 'linux', folder)).toBeUndefined();
    writeFileSync(join(dist, 'version'), 'v45.0.0\n');
    expect(runtimeAtHand(env, 'linux', folder)).toEqual({
      electronDist: dist,
      electronVersion: '45.0.0',
    });
    expect(runtimeAtHand({}, 'linux', folder)).toBeUndefined();
  });

  test.each([
    [
      'electron/releases/download/v45.5.0/electron-v45.5.0-linux-x64.zip',
      'the Electron runtime',
      'ELECTRON_MIRROR',
    ],
    [
      'electron-builder-binaries/releases/download/appimage@1.0.3/tools.tar.gz',
      'the AppImage tools',
      'ELECTRON_BUILDER_BINARIES_MIRROR',
    ],
    [
      'electron-builder-binaries/releases/download/nsis-3.0.4.1/nsis.7z',
      'NSIS',
      'ELECTRON_BUILDER_BINARIES_MIRROR',
    ],
    ['anything/else', 'a tool of electron-builder', 'ELECTRON_BUILDER_BINARIES_MIRROR'],
  ])('says what could not be downloaded, and what helps: %s', (path, what, variable) => {
    const url = new URL(`https://downloads.example.org/${path}`);
    const failure = Object.assign(new Error('no such host'), { options: { url } });
    const said = downloadFailure(failure);
    expect(said).toContain(`Could not download ${what} from ${url.href} (no such host): `);
    expect(said).toContain(variable);
    expect(said?.split('\n')).toHaveLength(1);
  });

  test('calls nothing a download that is none', () => {
    expect(downloadFailure(new Error('disk full'))).toBeUndefined();
  });
});

import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRuntime } from '../../electron/start/find-runtime.ts';
import { type Machine, openDesktop } from '../../electron/start/open-desktop.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

const version = '45.4.1';

/** The package as npm installs it: no runtime, and an installer that may bring one. */
function electronPackage(installer = 'process.exit(1)'): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
  writeFileSync(join(folder, 'install.js'), installer);
  return folder;
}

/** As the app says that its window works. */
const report = 'echo > "$MAILSTOW_START_REPORT"';

/** A runtime that is a shell script: what it does in place of a window. */
function putRuntime(folder: string, script = report, ofVersion = version): string {
  const program = join(folder, 'dist/electron');
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/version'), `v${ofVersion}`);
  const probe = `[ "$ELECTRON_RUN_AS_NODE" = 1 ] && echo ${ofVersion} && exit 0`;
  writeFileSync(program, `#!/bin/sh\n${probe}\n${script}\n`);
  chmodSync(program, 0o755);
  return program;
}

describe('looking for the runtime', () => {
  test('finds what the installer put there, by its name on each system', () => {
    const folder = electronPackage();
    const program = putRuntime(folder);
    expect(findRuntime(folder, {}, 'linux')).toBe(program);
    writeFileSync(join(folder, 'dist/electron.exe'), '');
    expect(findRuntime(folder, {}, 'win32')).toBe(join(folder, 'dist/electron.exe'));
    expect(findRuntime(folder, {}, 'darwin')).toBeUndefined();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findRuntime(folder, {}, 'darwin')).toBe(program);
  });

  test('finds none where none is, or one of another version', () => {
    const folder = electronPackage();
    expect(findRuntime(folder, {}, 'linux')).toBeUndefined();
    putRuntime(folder, 'exit 0', '44.0.0');
    expect(findRuntime(folder, {}, 'linux')).toBeUndefined();
  });

  test('takes the one that the person points at, of whatever version', () => {
    const elsewhere = temporaryFolder();
    const program = putRuntime(elsewhere, 'exit 0', '44.0.0');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(elsewhere, 'dist') };
    expect(findRuntime(electronPackage(), env, 'linux')).toBe(program);
    env.ELECTRON_OVERRIDE_DIST_PATH = temporaryFolder();
    expect(findRuntime(electronPackage(), env, 'linux')).toBeUndefined();
  });
});

describe.skipIf(process.platform === 'win32')('opening the desktop app', () => {
  function machine(changes: Partial<Machine>) {
    const said: string[] = [];
    const project = temporaryFolder();
    // As after a build, without what builds it.
    mkdirSync(join(project, 'dist/desktop'), { recursive: true });
    writeFileSync(join(project, 'dist/desktop/main.mjs'), '');
    const whole: Machine = {
      project,
      isRoot: false,
      messages: [],
      package: undefined,
      env: { PATH: process.env.PATH, DISPLAY: ':0' },
      platform: 'linux',
      say: message => said.push(message),
      ...changes,
    };
    return { ...whole, said };
  }

  test('starts the runtime on the project, and gives back how it ended', async () => {
    const folder = electronPackage();
    putRuntime(folder, `echo "$@" in "$PWD" > started; ${report}; exit 3`);
    const all = machine({ package: folder });
    expect(await openDesktop(all)).toEqual({ exitCode: 3 });
    expect(readFileSync(join(all.project, 'started'), 'utf8')).toBe(`. in ${all.project}\n`);
    expect(all.said).toEqual([]);
  });

  test('root gets the browser at once', async () => {
    const all = machine({ package: withRuntime('exit 0'), isRoot: true });
    expect(await openDesktop(all)).toEqual({ reason: 'The desktop app can’t run as root.' });
  });

  test.each([
    [true, { exitCode: 0 }, ['Building', 'could not be built']],
    [false, { reason: 'The desktop app could not be built.' }, ['Building']],
  ])('a build that fails where one is there (%s)', async (isThere, opened, said) => {
    const all = machine({ package: withRuntime(report) });
    mkdirSync(join(all.project, 'build'));
    writeFileSync(join(all.project, 'build/build-desktop.ts'), 'process.exit(1);');
    if (!isThere) rmSync(join(all.project, 'dist/desktop/main.mjs'));
    expect(await openDesktop(all)).toEqual(opened);
    expect(all.said).toEqual(said.map(each => expect.stringContaining(each)));
  });

  test('messages to begin with are named to it', async () => {
    const folder = electronPackage();
    putRuntime(folder, `echo "$@" > started; ${report}`);
    const all = machine({ package: folder, messages: ['/mail/one.eml', '/mail/two.eml'] });
    expect(await openDesktop(all)).toEqual({ exitCode: 0 });
    const started = readFileSync(join(all.project, 'started'), 'utf8');
    expect(started).toBe('. /mail/one.eml /mail/two.eml\n');
  });

  test('without a screen nothing is looked for', async () => {
    const folder = electronPackage("require('fs').writeFileSync(__dirname + '/asked', '')");
    const all = machine({ package: folder, env: {} });
    expect(await openDesktop(all)).toEqual({ reason: 'There is no screen here.' });
    expect(existsSync(join(folder, 'asked'))).toBe(false);
  });

  test('a missing runtime is fetched once', async () => {
    const ready = electronPackage();
    putRuntime(ready);
    const folder = electronPackage(
      `require('fs').cpSync(${JSON.stringify(join(ready, 'dist'))}, __dirname + '/dist', { recursive: true })`,
    );
    const all = machine({ package: folder });
    expect(await openDesktop(all)).toEqual({ exitCode: 0 });
    expect(all.said).toEqual([expect.stringContaining('once')]);
    const again = machine({ package: folder });
    expect(await openDesktop(again)).toEqual({ exitCode: 0 });
    expect(again.said).toEqual([]);
  });

  test.each([
    ['cannot be fetched', electronPackage, 'could not be fetched'],
    ['has no package', () => undefined, 'could not be fetched'],
    ['does not start', () => withRuntime('exit 0', 'exit 127'), 'does not start here'],
    ['ends without a window', () => withRuntime('exit 0'), 'ended before it showed a window'],
    ['fails without a window', () => withRuntime('exit 3'), 'ended before it showed a window'],
  ])('a runtime that %s is a reason, in one sentence', async (_, make, reason) => {
    const opened = await openDesktop(machine({ package: make() }));
    expect(opened).toEqual({ reason: expect.stringMatching(new RegExp(`^[^.]*${reason}\\.$`)) });
  });

  test('a runtime that shows no window within its time is ended', async () => {
    const all = machine({ package: withRuntime('echo $$ > started; exec sleep 60') });
    expect(await openDesktop(all, 500)).toEqual({ reason: 'The desktop app showed no window.' });
    const pid = Number(readFileSync(join(all.project, 'started'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('one whose window works may take as long as it is used', async () => {
    const all = machine({ package: withRuntime(`${report}; sleep 1; exit 0`) });
    expect(await openDesktop(all, 500)).toEqual({ exitCode: 0 });
  });
});

/** @param probe in place of saying its version */
function withRuntime(script: string, probe?: string): string {
  const folder = electronPackage();
  const program = putRuntime(folder, script);
  if (probe !== undefined) writeFileSync(program, `#!/bin/sh\n${probe}\n`);
  return folder;
}

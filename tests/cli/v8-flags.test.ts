import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../engine/catalog/an-archive.ts';
import { cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import { mailstowAccount } from '../mailstow/account.ts';

cleanUpAfterEach();

const mailstow = resolve(import.meta.dirname, '../../electron/cli/mailstow.ts');

/** What a process is to be started with, and by which compilers it and its threads worked. */
function probe() {
  const file = join(temporaryFolder(), 'probe');
  const module = pathToFileURL(join(import.meta.dirname, 'compiler-probe.ts'));
  return {
    env: { NODE_OPTIONS: `--import=${module}`, PROBE_FILE: file },
    compilers: () => new Set(existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []),
  };
}

const thrifty = new Set(['process: another', 'thread: another']);

test('imapcl and mailstow archive run without the last compiler, in their threads too', async () => {
  const one = probe();
  const account = await setUp();
  expect(await account.runWith({ env: one.env })).toMatchObject({ code: 0 });
  expect(one.compilers()).toEqual(thrifty);
  const other = probe();
  const { access, place, run } = await mailstowAccount();
  const archived = await run(['archive', ...access, '--folder', place.out], { env: other.env });
  expect(archived).toMatchObject({ code: 0 });
  expect(other.compilers()).toEqual(thrifty);
  const third = probe();
  expect((await run(['status', place.out], { env: third.env })).code).toBe(0);
  expect(third.compilers()).toEqual(new Set(['process: TurboFan']));
});

test('mailstow serve runs with all of them', async () => {
  const { env, compilers } = probe();
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [mailstow, 'serve', '--port', '0', '--folder', folder], {
    env: { ...process.env, ...env, MAILSTOW_CONFIG: join(folder, 'config') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(compilers()).toEqual(new Set(['process: TurboFan']));
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { accountAt } from '../engine/run/test-account.ts';
import { hasTerminals, sourceOnTerminal } from '../mailstow/terminal.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';
import { aDesktop } from '../start/a-desktop.ts';
import { startDemoServer } from './server.ts';

const demo = resolve(import.meta.dirname, 'demo.ts');
const scratch = (folder: string) => {
  mkdirSync(folder);
  return { TMPDIR: folder };
};

test('without a terminal the demo archives, says how to see it in the app, and ends', {
  timeout: 60_000,
}, async () => {
  const { home, env, hasOpened } = aDesktop();
  const temporary = join(home, 'temporary');
  const child = spawn(process.execPath, [demo], {
    cwd: home,
    env: { ...env, ...scratch(temporary) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.resume();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(out).toContain('\nStored 24 Messages\n');
  expect(out.split('\nNext: ')[1]).toMatch(/npm run demo -- --open .*\n.*npm run demo -- --app /);
  expect(out).not.toContain('Mailstow is at');
  expect(hasOpened(1)).toBe(false);
  const stored = readdirSync(join(home, 'demo-archive'));
  expect(stored.filter(name => name.startsWith('MSG_'))).toHaveLength(24);
  expect(readdirSync(temporary)).toEqual([]);
});

test.skipIf(!hasTerminals)(
  'on a terminal with a desktop it opens the app, until Ctrl+C',
  {
    timeout: 90_000,
  },
  async () => {
    const { home, env, opening } = aDesktop();
    const temporary = join(home, 'temporary');
    const dialogue = [['press Ctrl+C.', '\u0003']] as const;
    const how = { cwd: home, env: { ...env, ...scratch(temporary) } };
    const { shown, code } = await sourceOnTerminal([demo], dialogue, how);
    expect(shown).toContain('Stored 24 Messages');
    expect(shown).toContain('Opening it in your browser.');
    expect((await opening(1)).args).toMatch(/mailstow-sign-in-\d+\.html$/);
    expect(code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(home).filter(name => name.endsWith('.html'))).toEqual([]);
  },
);

test('its inbox can be had by POP3 too', async () => {
  const { pop3: port, user, password, stop } = await startDemoServer();
  onTestFinished(stop);
  const { verdict } = await accountAt({ port, protocol: 'pop3' }, { user, password }).run();
  expect(verdict).toMatchObject({ state: 'complete', onServer: 12, stored: 12 });
});

test('what it does not know it does not do', async () => {
  const cwd = temporaryFolder();
  const child = spawn(process.execPath, [demo, '--apps'], { cwd, stdio: 'ignore' });
  const [code] = await once(child, 'close');
  expect(code).toBeGreaterThan(0);
  expect(readdirSync(cwd)).toEqual([]);
});

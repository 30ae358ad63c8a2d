import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

const program = resolve(import.meta.dirname, '../../electron/cli/mailstow.ts');

/** `mailstow serve` as a process of its own. */
function serveProcess(folder: string, ...options: string[]) {
  const env = { ...process.env, MAILSTOW_CONFIG: join(folder, 'config') };
  const child = spawn(process.execPath, [program, 'serve', ...options], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told = { out: '', err: '' };
  child.stdout.on('data', chunk => {
    told.out += chunk;
  });
  child.stderr.on('data', chunk => {
    told.err += chunk;
  });
  return { child, told, ended: once(child, 'close') };
}

test('serves the window at the printed address, and ends cleanly when it is told to', async () => {
  const folder = temporaryFolder();
  const { child, told, ended } = serveProcess(folder, '--port', '0', '--folder', folder);
  while (!told.out.includes('\n')) await once(child.stdout, 'data');
  const address = /^Mailstow is at (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)\n$/.exec(told.out)?.[1];
  const entrance = await fetch(address ?? '', { redirect: 'manual' });
  const cookie = entrance.headers.get('set-cookie')?.split(';')[0] ?? '';
  const window = await fetch(new URL('/', address), { headers: { cookie } });
  expect(await window.text()).toContain('<title>Mailstow</title>');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(told.err).toMatch(/Stopping\. Everything saved so far is kept\.\n$/);
});

test.each([
  [['--bind', '0.0.0.0'], 'there is no password yet'],
  [['--port', '70000'], 'whole number from 0 to 65535'],
  [['--set-password'], 'no terminal'],
  [['everything'], 'one argument too many'],
])('refuses %j in words', async (options, words) => {
  const { told, ended } = serveProcess(temporaryFolder(), ...options);
  const [code] = await ended;
  expect(code).toBeGreaterThan(0);
  expect(told.err).toContain(words);
  expect(told.out).toBe('');
});

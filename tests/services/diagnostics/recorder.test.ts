import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tracePath } from '../../../electron/log/trace-file.ts';
import { anApp, withAccount } from '../an-app.ts';

const mailboxes = [{ name: 'INBOX', messages: ['Subject: One\r\n\r\nBody.\r\n'] }];
const isOver = ({ finishedAt }: { finishedAt?: number | undefined }) => finishedAt !== undefined;

test('conversations of runs and of the set-up are recorded while the person wants it', async () => {
  const { call, until, accountId, userData, server } = await withAccount({ mailboxes });
  const path = join(userData, ...tracePath);
  const run = async () => {
    await call('runs.start', { accountId });
    return until(accountId, isOver);
  };
  await run();
  expect(existsSync(path)).toBe(false);
  await call('settings.set', { trace: true });
  await run();
  const settings = { host: '127.0.0.1', port: server.port, security: 'none' } as const;
  await call('accounts.test', { server: settings, user: 'user', password: 'wrong password' });
  const text = readFileSync(path, 'utf8');
  // The run is another thread's; the test of an access is this one's.
  expect(text).toMatch(/Z \d+-1 C A1 LOGIN \*\*\*\n/);
  expect(text).toMatch(/Z \d+ C A1 LOGIN \*\*\*\n/);
  expect(text).not.toMatch(/secret|wrong password|Subject/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await call('settings.set', { trace: false });
  await run();
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('it goes on after a restart', async () => {
  const first = anApp();
  await first.call('settings.set', { trace: true });
  await first.app.close();
  const again = anApp({ userData: first.userData });
  expect(await again.call('settings.get', undefined)).toMatchObject({ trace: true });
  const starts = readFileSync(join(first.userData, ...tracePath), 'utf8').match(/ - - Mailstow /g);
  expect(starts).toHaveLength(2);
});

test('a record that cannot be written is refused, and the setting stays', async () => {
  const { call, failureOf, userData } = anApp();
  mkdirSync(join(userData, ...tracePath), { recursive: true });
  const failure = await failureOf('settings.set', { trace: true });
  expect(failure.message).toContain('can’t write the trace');
  expect(await call('settings.get', undefined)).toMatchObject({ trace: false });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Account, RunState } from '../../shared/contract.ts';
import { hasTerminals, onTerminal } from '../mailstow/terminal.ts';
import { startServer } from '../servers/scripted/server.ts';
import { aProfile, temporaryFolder } from '../services/accounts/a-profile.ts';

const program = resolve(import.meta.dirname, '../../electron/cli/mailstow.ts');
const password = 'dlouhé heslo serveru';
const questions = ['New password for this server: ', 'Repeat the password: '] as const;

describe.skipIf(!hasTerminals)('mailstow serve --set-password, on a terminal', () => {
  test('then --bind with it, and an account’s password is kept and used after a restart', {
    timeout: 180_000,
  }, async () => {
    const folder = temporaryFolder();
    const environment = { MAILSTOW_CONFIG: join(folder, 'config') };
    const { shown, code } = await onTerminal(
      ['serve', '--set-password'],
      questions.map(question => [question, `${password}\r`] as const),
      environment,
    );
    expect(shown).toContain('The password is set.');
    expect(shown).not.toContain('heslo');
    expect(code).toBe(0);

    const mail = await startServer({
      mailboxes: [{ name: 'INBOX', messages: ['Subject: One\r\n\r\nFirst.\r\n'] }],
    });
    onTestFinished(() => mail.stop());
    const first = await served(folder, environment);
    expect(await first.signIn('another password')).toBe(401);
    expect(await first.signIn(password)).toBe(303);
    const profile = aProfile({
      user: 'user',
      server: { host: '127.0.0.1', port: mail.port, security: 'none' },
      folder: join(folder, 'mail'),
      rememberPassword: true,
    });
    const { id } = await first.call<Account>('accounts.save', { profile, password: 'secret' });
    await first.close();
    const kept = readFileSync(join(folder, 'config/browser/web-passwords.json'), 'utf8');
    expect(kept).toContain(id);
    expect(kept).not.toContain('secret');

    const again = await served(folder, environment);
    expect(await again.signIn(password)).toBe(303);
    const [account] = await again.call<Account[]>('accounts.list', null);
    expect(account).toMatchObject({ id, hasPassword: true });
    await again.call('runs.start', { accountId: id });
    await expect
      .poll(async () => (await again.call<RunState[]>('runs.list', null))[0], { timeout: 60_000 })
      .toMatchObject({ state: 'done', stored: 1 });
    await again.close();
  });

  test('both typed ahead in one go, two that differ, and one that is too short', {
    timeout: 120_000,
  }, async () => {
    const set = (...typed: string[]) => {
      const dialogue = typed.map((text, at) => [questions[at] ?? '', text] as const);
      const environment = { MAILSTOW_CONFIG: join(temporaryFolder(), 'config') };
      return onTerminal(['serve', '--set-password'], dialogue, environment);
    };
    expect(await set(`${password}\r${password}\r`)).toMatchObject({ code: 0 });
    const different = await set(`${password}\r`, `${password}x\r`);
    expect(different.shown).toContain('The passwords don’t match');
    expect(different.code).toBeGreaterThan(0);
    const short = await set('short\r');
    expect(short.shown).toContain('fewer than 10 characters');
    expect(short.code).toBeGreaterThan(0);
  });
});

/** `mailstow serve --bind` as a process of its own, and a browser that remembers its cookie. */
async function served(folder: string, environment: Readonly<Record<string, string>>) {
  const options = ['--bind', '0.0.0.0', '--port', '0', '--folder', folder];
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [program, 'serve', ...options], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  while (!out.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended]);
  expect(out).not.toContain('token');
  const port = /:(\d+)\/\n$/.exec(out)?.[1];
  const origin = `http://127.0.0.1:${port}`;
  let cookie = '';
  const post = (path: string, type: string, body: string) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin, Cookie: cookie, 'Content-Type': type },
      body,
    });
  return {
    async signIn(given: string) {
      const form = new URLSearchParams({ password: given }).toString();
      const response = await post('/sign-in', 'application/x-www-form-urlencoded', form);
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      return response.status;
    },
    async call<Value>(name: string, input: unknown): Promise<Value> {
      const response = await post(`/call/${name}`, 'application/json', JSON.stringify(input));
      const answer = (await response.json()) as { ok: boolean; value: Value };
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value;
    },
    async close() {
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    },
  };
}

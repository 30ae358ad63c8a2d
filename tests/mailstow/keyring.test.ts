import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailstow } from '../imapcl/run-process.ts';
import { cleanUpAfterEach } from '../imapcl/scripted-account.ts';
import { hasKeyrings, keyringSession } from './keyring-session.ts';
import { keyFile, savedAccount, textsIn } from './saved-account.ts';

cleanUpAfterEach();

describe.skipIf(!hasKeyrings)('a sign-in that the system’s keyring opens', () => {
  test('is checked, saved, used by runs and checks without a terminal, and deleted', async () => {
    const session = await keyringSession('unlocked');
    const { env, save, config, place, access } = await savedAccount();
    const run = (...args: string[]) => mailstow(args, { env: { ...env, ...session.env } });
    expect(await run(...save)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `The password of user on 127.0.0.1 is correct, and saved.
Saved sign-ins are encrypted; your system’s keyring opens them.
Next: mailstow archive home
`,
    });
    expect(textsIn(config)).not.toContain('secret');
    expect(await run('archive', 'home')).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    const checked = await run('verify', place.out, ...access, '--user', 'user', '--quiet');
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(await run('sign-out', 'user')).toMatchObject({
      code: 0,
      stdout: 'Signed out: user on 127.0.0.1. The saved password was deleted.\n',
    });
    expect(readdirSync(join(config, 'sign-ins'))).toEqual([]);
    const without = await run('archive', 'home');
    expect(without.code).toBe(3);
    expect(without.stderr).toContain('mailstow sign-in ACCOUNT');
  });

  test('locked, or not to be reached: said so, and 3; a password for runs without it comes later', async () => {
    const open = await keyringSession('unlocked');
    const { env, save, place, mailstow: withoutKeyring } = await savedAccount();
    const runIn = (session: typeof open, args: readonly string[]) =>
      mailstow(args, { env: { ...env, ...session.env } });
    await runIn(open, save);
    const locked = await open.again('locked');
    const shut = await runIn(locked, ['archive', 'home']);
    expect(shut.code).toBe(3);
    expect(shut.stderr).toMatch(/^Error: Your system’s keyring is locked\.\nUnlock it/);
    const away = await withoutKeyring('archive', 'home');
    expect(away.code).toBe(3);
    expect(away.stderr).toMatch(/^Error: Your system’s keyring can’t be reached from here\.\n/);
    const file = ['--vault-password-file', keyFile(place.folder)];
    const early = await withoutKeyring('archive', 'home', ...file);
    expect(early.code).toBe(3);
    expect(early.stderr).toMatch(/have no password; your system’s keyring opens them/);

    const again = await locked.again('unlocked');
    const both = await runIn(again, [...save, ...file]);
    expect(both.stdout).toContain('your system’s keyring or their password opens them');
    expect(await withoutKeyring('archive', 'home', ...file)).toMatchObject({
      code: 0,
      stdout: 'Stored 4 Messages\n',
    });
    const neither = await withoutKeyring('archive', 'home');
    expect(neither.code).toBe(3);
    expect(neither.stderr).toMatch(/need a password, and there is no terminal to ask for it/);
  });
});

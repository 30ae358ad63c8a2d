import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { test as inBothLayouts } from '../both-layouts.ts';
import { cleanUpAfterEach } from '../imapcl/scripted-account.ts';
import { keyFile, savedAccount, textsIn, vaultPassword } from './saved-account.ts';
import { hasTerminals, onTerminal } from './terminal.ts';

cleanUpAfterEach();

const byVariable = ['--vault-password-variable', 'VAULT'];

/** Other systems always have a keyring. */
describe.skipIf(process.platform !== 'linux')('a sign-in that a password opens', () => {
  inBothLayouts('in a variable or a file of the profile: runs need nobody', async () => {
    const { mailstow, save, config, place, server, profile } = await savedAccount();
    const saved = await mailstow(...save, ...byVariable, '--json');
    expect(saved.code).toBe(0);
    expect(JSON.parse(saved.stdout)).toEqual({
      ...{ event: 'signed-in', user: 'user', host: '127.0.0.1', port: server.port },
      ...{ security: 'none', provider: null, opens: { keyring: false, password: true } },
    });
    const archived = await mailstow('archive', 'home', ...byVariable);
    expect(archived).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    const file = ['--vault-password-file', keyFile(place.folder)];
    await mailstow('profile', 'save', 'work', ...profile, ...file);
    const again = await mailstow('archive', 'work');
    expect(again).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    for (const secret of ['secret', vaultPassword]) expect(textsIn(config)).not.toContain(secret);
  });

  test('wrong, missing or badly kept passwords: each says what to do, and 3', async () => {
    const { mailstow, mailstowIn, save, place, config, server } = await savedAccount();
    const nothing = await mailstow(...save);
    expect(nothing.code).toBe(3);
    expect(nothing.stderr).toContain('--vault-password-variable NAME or --vault-password-file');
    const short = await mailstowIn({ VAULT: 'short' }, ...save, ...byVariable);
    expect(short.code).toBe(2);
    expect(existsSync(join(config, 'sign-ins'))).toBe(false);
    await mailstow(...save, ...byVariable);
    const commands = server.commands.length;

    const failing = async (...args: string[]) => {
      const { code, stderr } = await mailstow('archive', 'home', ...args);
      expect(code).toBe(3);
      return stderr;
    };
    expect(await failing()).toMatch(/^Error: Your saved sign-ins need a password/);
    const wrong = await mailstowIn({ VAULT: 'opens nothing' }, 'archive', 'home', ...byVariable);
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toMatch(
      /^Error: This password doesn’t open your saved sign-ins\.\nUse the right one\. If it is lost, delete .*sign-ins and sign in again\.\n$/,
    );
    expect(await failing('--vault-password-variable', 'NONE')).toContain('NONE is empty or not');
    const file = keyFile(place.folder);
    const byFile = ['--vault-password-file', file];
    chmodSync(file, 0o640);
    expect(await failing(...byFile)).toMatch(
      /^Error: Other users of this computer can read .*key file, so it was not used\.\nRun: chmod 600 /,
    );
    chmodSync(file, 0o600);
    writeFileSync(file, '\n');
    expect(await failing(...byFile)).toContain('is empty');
    expect(await failing('--vault-password-file', place.folder)).toContain('is not a file');
    expect(await failing('--vault-password-file', join(place.folder, 'no'))).toContain('no such');
    expect((await mailstow('archive', 'home', ...byFile, ...byVariable)).code).toBe(2);
    expect(server.commands.length).toBe(commands);
  });

  test('damaged files: said so, and signing in again helps', async () => {
    const { mailstow, save, config } = await savedAccount();
    await mailstow(...save, ...byVariable);
    const folder = join(config, 'sign-ins');
    const [name = ''] = readdirSync(folder).filter(each => each.startsWith('account-'));
    writeFileSync(join(folder, name), '{"version":1,"cont');
    const damaged = await mailstow('archive', 'home', ...byVariable);
    expect(damaged.code).toBe(3);
    expect(damaged.stderr).toMatch(/account-[0-9a-f]+\.json is damaged/);
    expect((await mailstow(...save, ...byVariable)).code).toBe(0);
    expect((await mailstow('archive', 'home', ...byVariable)).code).toBe(0);
  });

  test('is used for the server that it was saved for alone, and told where it is refused', async () => {
    let isChanged = false;
    const { mailstow, mailstowIn, save, server, access, place } = await savedAccount({
      onCommand: ({ name, tag }) =>
        isChanged && name === 'LOGIN' ? `${tag} NO [AUTHENTICATIONFAILED] no\r\n` : 'default',
    });
    const unknown = await mailstowIn({ MAIL_PASSWORD: 'another' }, ...save, ...byVariable);
    expect(unknown.code).toBe(16);
    await mailstow(...save, ...byVariable);
    const before = server.commands.length;
    const elsewhere = access.map(word => (word === '127.0.0.1' ? 'localhost' : word));
    const other = ['archive', ...elsewhere, '--user', 'user', '--folder', place.out];
    const asked = await mailstow(...other, ...byVariable);
    expect(asked.code).toBe(3);
    expect(asked.stderr).toContain('there is no terminal');
    expect(server.commands.length).toBe(before);
    isChanged = true;
    const refused = await mailstow('archive', 'home', ...byVariable, '--json');
    expect(refused.code).toBe(16);
    expect(refused.stderr).toContain('The server refused the saved password of user.');
    expect(refused.stderr).toMatch(/save the new one: mailstow sign-in home --password\n$/);
  });

  test('of several for one name, the one that is meant is signed out of', async () => {
    const { mailstow, access, save } = await savedAccount();
    await mailstow(...save, ...byVariable);
    const localhost = access.map(word => (word === '127.0.0.1' ? 'localhost' : word));
    const password = ['--password-variable', 'MAIL_PASSWORD', ...byVariable];
    expect((await mailstow('sign-in', 'user', ...localhost, ...password)).code).toBe(0);
    const both = await mailstow('sign-out', 'user', ...byVariable);
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('There are 2 saved sign-ins for user: ');
    const out = await mailstow(
      'sign-out',
      'user',
      '--server',
      'localhost',
      ...byVariable,
      '--json',
    );
    expect(JSON.parse(out.stdout)).toEqual({
      event: 'signed-out',
      user: 'user',
      host: 'localhost',
      provider: 'not-asked',
    });
    expect((await mailstow('archive', 'home', ...byVariable)).code).toBe(0);
  });
});

describe.skipIf(!hasTerminals)('on a terminal', () => {
  test('the password and that of saved sign-ins are asked for, and neither is shown', async () => {
    const { env } = await savedAccount();
    const { VAULT: _, MAIL_PASSWORD: __, ...rest } = env;
    const { shown, code } = await onTerminal(
      ['sign-in', 'home', '--password'],
      [
        ['Password for user: ', 'secret\r'],
        ['New password for saved sign-ins: ', `${vaultPassword}\r`],
        ['Repeat the password: ', `${vaultPassword}\r`],
      ],
      rest,
    );
    expect(shown).toContain('keyring can’t be reached');
    expect(shown).toContain('Next: mailstow archive home');
    expect(code).toBe(0);
    const archived = await onTerminal(
      ['archive', 'home'],
      [['Password of your saved sign-ins: ', `${vaultPassword}\r`]],
      rest,
    );
    expect(archived).toMatchObject({ code: 0, shown: expect.stringContaining('Stored 4') });
    for (const secret of ['secret', vaultPassword]) {
      expect(shown + archived.shown).not.toContain(secret);
    }
  });
});

test('sign-out of what was never saved, and a name that is no account: 2', async () => {
  const { mailstow } = await savedAccount();
  const out = await mailstow('sign-out', 'nobody@example.org');
  expect(out.code).toBe(2);
  expect(out.stderr).toContain('There is no saved sign-in for nobody@example.org.');
  const inside = await mailstow('sign-in', 'nobody');
  expect(inside.code).toBe(2);
  expect(inside.stderr).toContain("'nobody' is neither a saved profile nor an email address");
});

test.each([
  [['--client-secret-variable', 'X'], '--client-secret-variable belongs to --client-id'],
  [['--client-id', 'x', '--client-secret-variable', 'NONE'], 'NONE is empty or not set'],
  [['--password', '--device'], 'A password cannot be saved together with'],
  [['--password-variable', 'X', '--as', 'me'], 'A password cannot be saved together with'],
])('options that do not go together: %j', async (options, sentence) => {
  const { mailstow, server } = await savedAccount();
  const { code, stderr } = await mailstow('sign-in', 'home', ...options);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(server.commands).toEqual([]);
});

test.each([
  [
    'gmail.com',
    /no client ID for Google yet\.\nSave an app password with --password, or get .* from https:/,
  ],
  [
    'outlook.com',
    /no client ID for Microsoft yet, and Microsoft accepts no passwords\.\nGet .* from https:/,
  ],
])('of an address at %s, without a client ID: what is left', async (domain, sentences) => {
  const { mailstow } = await savedAccount();
  const { code, stderr } = await mailstow('sign-in', `me@${domain}`);
  expect(code).toBe(21);
  expect(stderr).toMatch(sentences);
});

import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passwordFromCommand } from '../../electron/cli/password-command.ts';
import { MailstowError } from '../../electron/engine/errors.ts';
import { cleanUpAfterEach } from '../imapcl/scripted-account.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';
import { savedAccount, textsIn } from './saved-account.ts';

cleanUpAfterEach();

const node = (code: string) => [process.execPath, '-e', code] as [string, ...string[]];
const never = new AbortController().signal;

async function problemOf(words: [string, ...string[]]): Promise<unknown> {
  try {
    return await passwordFromCommand(words, never);
  } catch (error) {
    if (!(error instanceof MailstowError)) throw error;
    expect(error.failure).toMatchObject({ kind: 'credentials-file' });
    return error.failure.args?.problem;
  }
}

describe('what a program prints', () => {
  test.each([
    ["process.stdout.write('sécret')", 'sécret'],
    ["console.log('one\\r\\ntwo')", 'one'],
    ["console.log('one\\n'); console.log('x'.repeat(1e6))", 'one'],
    ["process.stdout.write('a b '); setTimeout(() => console.log('c'), 50)", 'a b c'],
  ])('%s: its first line', async (code, password) => {
    expect(await passwordFromCommand(node(code), never)).toBe(password);
  });

  test.each([
    [node(''), 'its first line is empty'],
    [node("console.log('\\nsecret')"), 'its first line is empty'],
    [node("console.log('secret'); process.exitCode = 3"), 'it ended with exit code 3'],
    [node("process.kill(process.pid, 'SIGKILL')"), 'it was ended by SIGKILL'],
    [node("process.stdout.write('x'.repeat(70000))"), 'its first line is too long'],
    [node('process.stdout.write(Buffer.from([255]))'), 'its first line is not UTF-8'],
    [node("process.stdout.write('a\\0b')"), 'its first line contains a NUL character'],
    [['/nowhere/to/be/found'] as [string], 'there is no such program'],
  ])('%j: none, and why', async (words, problem) => {
    expect(await problemOf(words)).toBe(problem);
  });

  test('is not waited for by who has stopped', async () => {
    const stop = new AbortController();
    const asked = passwordFromCommand(node('setInterval(() => {}, 1000)'), stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(asked).rejects.toMatchObject({ failure: { code: 'stopped-at-password' } });
  });
});

describe('--password-command', () => {
  /** A program in a folder with a blank in its name, which writes down how it was called. */
  function aProgram() {
    const folder = temporaryFolder();
    const path = join(folder, 'my pass');
    writeFileSync(
      path,
      `#!${process.execPath}
require('node:fs').writeFileSync(__filename + '.args', JSON.stringify(process.argv.slice(2)));
console.log('secret');
`,
    );
    chmodSync(path, 0o755);
    return { path, args: () => JSON.parse(readFileSync(`${path}.args`, 'utf8')) };
  }

  test.skipIf(process.platform === 'win32')(
    'of a profile: run as it is written, and nowhere told',
    async () => {
      const { mailstow, profile, place, config } = await savedAccount();
      const { path, args } = aProgram();
      const command = ['--password-command', `'${path}' show 'my $mail | x'`];
      await mailstow('profile', 'save', 'mine', ...profile, ...command);
      const [log, trace] = [join(place.folder, 'log'), join(place.folder, 'trace')];
      const ended = await mailstow('archive', 'mine', '--log', log, '--trace', trace);
      expect(ended).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
      expect(args()).toEqual(['show', 'my $mail | x']);
      const told = `${ended.stderr}${readFileSync(log, 'utf8')}${readFileSync(trace, 'utf8')}`;
      expect(told).not.toMatch(/secret|my pass/);
      expect(textsIn(config)).not.toContain('secret');
    },
  );

  test('that only a shell understands is no profile’s; one that fails is 3', async () => {
    const { mailstow, profile, server } = await savedAccount();
    const refused = await mailstow(
      ...['profile', 'save', 'x', ...profile, '--password-command', 'a | b'],
    );
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('not a shell, and | means something only in a shell');
    const failed = await mailstow('archive', 'home', '--password-command', '/no/such --x=Pa55');
    expect(failed.code).toBe(3);
    expect(failed.stderr).toMatch(
      /^Error: \/no\/such gave no password: there is no such program\./,
    );
    expect(failed.stderr).not.toContain('Pa55');
    const both = ['--password-command', 'a', '--password-variable', 'MAIL_PASSWORD'];
    expect((await mailstow('archive', 'home', ...both)).code).toBe(2);
    expect(server.commands).toEqual([]);
  });
});

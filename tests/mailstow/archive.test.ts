import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { layoutNow, storedMessages, test } from '../both-layouts.ts';
import { imapcl } from '../imapcl/run-process.ts';
import { cleanUpAfterEach, inbox, letters, stored } from '../imapcl/scripted-account.ts';
import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import { mailstowAccount } from './account.ts';

cleanUpAfterEach();

const work: MailboxOptions = { name: 'Work/2024', messages: letters.slice(0, 2) };

async function everyFile(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(each => each.isFile()).map(each => join(each.parentPath, each.name));
}

describe('mailstow archive', () => {
  onceOnly(
    'stores every mailbox into folders, says how complete it is, and nothing twice',
    async () => {
      const { archiveByDefault: archive, place } = await mailstowAccount({
        mailboxes: [inbox, work],
      });
      const first = await archive();
      expect(first).toMatchObject({ code: 0, stdout: 'Stored 6 Messages\n' });
      expect(first.stderr).toMatch(
        /^Complete\. All 6 messages selected in 2 folders are archived/m,
      );
      expect(await readdir(join(place.out, 'Work', '2024'))).toEqual(
        expect.arrayContaining([expect.stringMatching(/ One \[1\]\.eml$/)]),
      );
      expect(await archive()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    },
  );

  test('chooses by patterns and selects by size', async () => {
    const big = { bytes: `Subject: Big\r\n\r\n${'x'.repeat(2000)}` };
    const { archive, place } = await mailstowAccount({
      mailboxes: [inbox, { ...work, messages: [...letters.slice(0, 2), big] }],
    });
    const run = await archive('--include', 'Work/*', '--larger', '1k');
    expect(run).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
    expect(run.stderr).toMatch(
      /Only messages that are larger than 1\.0 kB were selected\. 2 messages on the/,
    );
    expect(Object.keys(storedMessages(place.out))).toEqual(['MSG_Work%2F2024_3.txt']);
  });

  test('a profile keeps --index, and index.csv with the files alone are an archive', async () => {
    const { access, place, run, server } = await mailstowAccount({ mailboxes: [inbox, work] });
    const options = [...access, '--folder', place.out, '--layout', layoutNow(), '--index'];
    await run(['profile', 'save', 'office', ...options]);
    expect(await run(['archive', 'office'])).toMatchObject({
      code: 0,
      stdout: 'Stored 6 Messages\n',
    });
    const list = () => readFile(join(place.out, '_Mailstow', 'index.csv'), 'utf8');
    const before = await list();
    const sent = () => server.commands.filter(({ line }) => line.includes('BODY.PEEK[]')).length;
    const downloads = sent();
    for (const lost of ['.mailstow', '.uidvalidity']) {
      await rm(join(place.out, lost), { recursive: true });
    }
    await appendFile(join(place.out, '_Mailstow', 'index.csv'), 'of somebody else\r\n');
    const status = await run(['status', place.out]);
    expect(status.code).toBe(0);
    expect(status.stdout).toMatch(/INBOX: 4 files[\s\S]*Work\/2024: 2 files/);
    expect(status.stdout).toMatch(
      /^A row of index\.csv is not as Mailstow writes them; not used\.$/m,
    );
    const verified = await run(['verify', place.out]);
    expect(verified.code).toBe(0);
    expect(verified.stdout).toMatch(/INBOX: 4 as saved[\s\S]*Work\/2024: 2 as saved/);
    expect(await run(['archive', 'office'])).toMatchObject({
      code: 0,
      stdout: 'Stored 0 Messages\n',
    });
    expect(sent()).toBe(downloads);
    expect(await list()).toBe(before);
  });

  onceOnly('goes on in the layout that a folder was begun in', async () => {
    const { archiveByDefault: archive, place, server } = await mailstowAccount();
    const args = ['127.0.0.1', '-p', String(server.port), '-a', place.authFile, '-o', place.out];
    await imapcl(args);
    expect(await archive()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(Object.keys(await stored(place.out))).toHaveLength(4);
    const refused = await archive('--layout', 'folders');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/every message would be saved a second time/);
  });

  test('another account is refused, and taken with --override-account', async () => {
    const { archive, place, run, server } = await mailstowAccount({
      users: { user: 'secret', other: 'secret' },
    });
    await archive();
    await place.writeAuthFile('other', 'secret');
    const access = ['--server', '127.0.0.1', '--port', String(server.port), '--security', 'none'];
    const asOther = ['archive', ...access, '--auth-file', place.authFile, '--folder', place.out];
    asOther.push('--layout', layoutNow());
    expect((await run(asOther)).code).toBe(20);
    expect((await run([...asOther, '--override-account'])).code).toBe(0);
  });

  onceOnly('--json leaves events alone on stdout, --quiet nothing on stderr', async () => {
    const { archive } = await mailstowAccount();
    const { stdout, stderr } = await archive('--json', '--quiet');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).event);
    expect(events.at(-1)).toBe('done');
    expect(stderr).toBe('');
  });

  onceOnly.each([
    ['the server', ['archive', '--user', 'u', '--folder', 'f'], /--server is missing/],
    ['the user', ['archive', '--server', 's', '--folder', 'f'], /The user name is missing/],
    ['the folder', ['archive', '--server', 's', '--user', 'u'], /--folder is missing/],
    ['an unknown profile', ['archive', 'nobody'], /There is no profile 'nobody'/],
    ['a password as an argument', ['archive', '--password', 'x'], /--password/],
    ['an unknown command', ['collect'], /Unknown command 'collect'/],
    ['no command', [], /The command is missing/],
    [
      'an unknown day',
      ['archive', '--server', 's', '--folder', 'f', '--since', '2024-02-31'],
      /such as 2024-03-01/,
    ],
    [
      'an unknown size',
      ['archive', '--server', 's', '--folder', 'f', '--larger', '1T'],
      /such as 500k/,
    ],
  ])('wrong use, %s: a sentence, what to do, 2', async (_name, args, words) => {
    const { run } = await mailstowAccount();
    const { code, stderr, stdout } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/^Error: [^\n]+\n[^\n]+\n$/);
    expect(stdout).toBe('');
  });

  onceOnly('--help, -h of a command, --version', async () => {
    const { run } = await mailstowAccount();
    expect((await run(['--help'])).stdout).toMatch(/^Usage: mailstow COMMAND/);
    expect((await run(['archive', '-h'])).stdout).toMatch(/^Usage: mailstow archive /);
    expect((await run(['--version'])).stdout).toMatch(/^mailstow \d+\.\d+\.\d+\n$/);
  });
});

describe('the password', () => {
  test('is in no output and in no file', async () => {
    const password = 'Pa55-unlike-anything';
    const { server, place, run } = await mailstowAccount({ users: { user: password } });
    const env = { MAIL_PASSWORD: password };
    const access = ['--server', '127.0.0.1', '--port', String(server.port), '--security', 'none'];
    const rest = ['--user', 'user', '--password-variable', 'MAIL_PASSWORD', '--folder', place.out];
    const outputs = [
      await run(['profile', 'save', 'office', ...access, ...rest, '--layout', layoutNow()], {
        env,
      }),
      await run(['archive', 'office', '--json'], { env }),
      await run(['archive', 'office'], { env: { MAIL_PASSWORD: `${password}-wrong` } }),
      await run(['status', place.out], { env }),
      await run(['report', place.out], { env }),
      await run(['verify', place.out, ...access, ...rest.slice(0, 4)], { env }),
    ];
    expect(outputs.map(({ code }) => code)).toEqual([0, 0, 16, 0, 0, 0]);
    for (const { stdout, stderr } of outputs) expect(stdout + stderr).not.toContain(password);
    await place.writeAuthFile('user', 'something else');
    const files = await everyFile(place.folder);
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) expect(await readFile(file, 'utf8')).not.toContain(password);
  });

  onceOnly(
    'is not asked for where there is no terminal, nor taken from an empty variable',
    async () => {
      const { server, place, run } = await mailstowAccount();
      const args = ['archive', '--server', '127.0.0.1', '--port', String(server.port)];
      const rest = ['--security', 'none', '--user', 'user', '--folder', place.out];
      const unasked = await run([...args, ...rest]);
      expect(unasked.code).toBe(3);
      expect(unasked.stderr).toMatch(/there is no terminal/);
      const unset = await run([...args, ...rest, '--password-variable', 'MAIL_OTHER']);
      expect(unset.code).toBe(3);
      expect(unset.stderr).toMatch(/MAIL_OTHER is empty or not set/);
      expect(server.commands).toEqual([]);
    },
  );
});

describe('profiles', () => {
  test('are saved, listed, used from anywhere with further options, and removed', async () => {
    const { access, place, run, server } = await mailstowAccount({ mailboxes: [inbox, work] });
    const rest = ['--folder', 'out', '--include', 'INBOX', '--layout', layoutNow()];
    const saved = await run(['profile', 'save', 'office mail', ...access, ...rest], {
      cwd: place.folder,
    });
    expect(saved.code).toBe(0);
    expect((await run(['profile', 'list'])).stdout).toBe('office mail\n');
    const first = await run(['archive', 'office mail']);
    expect(first).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(Object.keys(await stored(place.out))).toHaveLength(4);
    const more = await run(['archive', 'office mail', '--include', '*']);
    expect(more).toMatchObject({ code: 0, stdout: 'Stored 2 Messages\n' });
    expect((await run(['profile', 'remove', 'office mail'])).code).toBe(0);
    expect((await run(['profile', 'list'])).stdout).toBe('');
    expect((await run(['archive', 'office mail'])).code).toBe(2);
    expect(server.faults).toEqual([]);
  });

  onceOnly.each([
    ['no JSON', '{"version":1,', /is damaged: it is not JSON/],
    ['no options', '{"version":1}', /is damaged: its options are missing/],
    [
      'an option of another type',
      '{"version":1,"options":{"port":993}}',
      /its option 'port' can’t/,
    ],
    [
      'an unknown option',
      '{"version":1,"options":{"password":"x"}}',
      /its option 'password' can’t/,
    ],
    [
      'another version',
      '{"version":2,"options":{}}',
      /has version 2, but this Mailstow reads version 1/,
    ],
  ])('damaged, %s: said plainly', async (_name, text, words) => {
    const { access, place, run } = await mailstowAccount();
    await run(['profile', 'save', 'p', ...access, '--folder', place.out]);
    await writeFile(join(place.folder, 'config/profiles/p.json'), text);
    const { code, stderr } = await run(['archive', 'p']);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });

  onceOnly('a name cannot leave their folder, and what cannot be run is not saved', async () => {
    const { access, place, run } = await mailstowAccount();
    for (const name of ['../p', 'a/b', '.p', '']) {
      const { code, stderr } = await run(['profile', 'save', name, ...access, '--folder', 'f']);
      expect(code).toBe(2);
      expect(stderr).toMatch(/can’t be used as a profile name|NAME has no value/);
    }
    expect((await run(['profile', 'save', 'p', ...access])).code).toBe(2);
    expect((await run(['profile', 'list'])).stdout).toBe('');
    expect(await readdir(place.folder)).not.toContain('p.json');
  });
});

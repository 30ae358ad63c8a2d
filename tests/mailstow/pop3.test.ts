import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as onceOnly, onTestFinished } from 'vitest';
import { fileOf, layoutNow, storedMessages, test } from '../both-layouts.ts';
import { brokenOff } from '../imapcl/broken-off.ts';
import { mailstow } from '../imapcl/run-process.ts';
import { startServer } from '../servers/scripted/server.ts';
import type { Pop3ServerOptions } from '../servers/scripted-pop3/options.ts';
import { aMessage, startPop3 } from '../servers/scripted-pop3/server.ts';

const messages = [aMessage(1), aMessage(2), aMessage(3)];

async function popAccount(options: Pop3ServerOptions = {}) {
  const server = await startPop3({ messages, ...options });
  const place = mkdtempSync(join(tmpdir(), 'mailstow-pop3-'));
  onTestFinished(async () => {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  });
  const folder = join(place, 'mail');
  const env = { MAILSTOW_CONFIG: join(place, 'config'), MAIL_PASSWORD: 'secret' };
  const access = [
    ...['--server', '127.0.0.1', '--port', String(server.port), '--security', 'none'],
    ...['--user', 'user', '--password-variable', 'MAIL_PASSWORD', '--protocol', 'pop3'],
  ];
  const run = (...args: string[]) => mailstow(args, { env });
  const archive = (...more: string[]) =>
    run('archive', ...access, '--folder', folder, '--layout', layoutNow(), ...more);
  return { server, folder, access, run, archive };
}

describe('mailstow --protocol pop3', () => {
  test('archives, and everything that looks at an archive works', async () => {
    const { server, folder, access, run, archive } = await popAccount();
    const first = await archive('--json');
    const events = first.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        'connected',
        'mailboxes',
        'mailbox',
        'progress',
        'mailbox-done',
        'verdict',
      ]),
    );
    expect(events.find(({ event }) => event === 'mailbox')).toMatchObject({
      ...{ mailbox: 'INBOX', onServer: 3, toFetch: 3 },
      bytesToFetch: messages.reduce((sum, { bytes }) => sum + bytes.length, 0),
    });
    expect(first.code).toBe(0);
    expect(Object.keys(storedMessages(folder))).toHaveLength(3);
    expect((await run('verify', folder, ...access)).stdout).toContain(
      'Everything on the server is archived.',
    );
    server.drop.push(aMessage(4));
    const lacking = await run('verify', folder, ...access);
    expect(lacking.stdout).toContain('4 on the server, 1 of them not archived (UID 4)');
    expect(lacking.code).toBe(-2);
    expect((await run('status', folder)).stdout).toContain('INBOX: 3 files');
    expect((await run('report', folder)).stdout).toContain('INBOX');
    expect((await run('history', folder)).stdout).toMatch(/complete, 3 new messages/);
    expect((await run('show', fileOf(folder, 'MSG_INBOX_2.txt'))).stdout).toContain('Number 2');
    // An altered file is fetched again, under its number.
    const path = fileOf(folder, 'MSG_INBOX_2.txt');
    writeFileSync(path, readFileSync(path, 'latin1').replace('message 2', 'MESSAGE 2'), 'latin1');
    expect((await run('verify', folder)).code).toBe(-2);
    expect((await archive()).code).toBe(0);
    expect(storedMessages(folder)['MSG_INBOX_2.txt']).toBe(messages[1]?.bytes.toString('latin1'));
  });

  test('a profile keeps it, and says what it deletes', async () => {
    const { server, folder, access, run } = await popAccount();
    const saved = await run(
      'profile',
      'save',
      'pop',
      ...access,
      '--folder',
      folder,
      '--delete-after',
      '30',
    );
    expect(saved.stderr).toContain('DELETED ON THE SERVER 30 days after');
    const ran = await run('archive', 'pop');
    expect(ran.stderr).toContain('DELETED ON THE SERVER 30 days after');
    expect(ran.code).toBe(0);
    expect(server.count('RETR')).toBe(3);
    expect(server.count('DELE')).toBe(0);
  });

  test.each([
    [
      ['--delete-after', '30', '--protocol', 'imap'],
      '--delete-after works only with --protocol pop3',
    ],
    [['--delete-after', '30', '--headers-only'], '--delete-after and --headers-only'],
    [['--delete-after', '0'], '--delete-after (days) takes a whole number from 1'],
    [['--with-junk'], '--with-junk does nothing by POP3'],
    [['--unread-only'], 'POP3 has no way to do this: --unread-only'],
    [['--protocol', 'pop'], 'pop3'],
  ])('%j is refused', async (more, words) => {
    const { server, run, access, folder } = await popAccount();
    const others = more.includes('--protocol') ? access.slice(0, -2) : access;
    const { code, stderr } = await run('archive', ...others, '--folder', folder, ...more);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
    expect(server.connections).toBe(0);
  });

  test('a port of the other protocol is told as such: 4', async () => {
    const { access, folder, run } = await popAccount();
    const imap = access.filter(each => each !== '--protocol' && each !== 'pop3');
    const asked = await run('archive', ...imap, '--folder', folder);
    expect(asked.stderr).toContain('offers mail by POP3, not by IMAP');
    expect(asked.stderr).toContain('--protocol pop3');
    expect(asked.code).toBe(4);
    const server = await startServer({});
    onTestFinished(() => server.stop());
    const other = access.map(each => (/^\d+$/.test(each) ? `${server.port}` : each));
    const { code, stderr } = await run('archive', ...other, '--folder', folder);
    expect(stderr).toContain('offers mail by IMAP, not by POP3');
    expect(code).toBe(4);
    expect(existsSync(folder)).toBe(false);
  });

  test('8: an answer without end', async () => {
    const { archive } = await popAccount({
      onCommand: ({ name }) => (name === 'STAT' ? '+OK'.padEnd(100_000, 'x') : undefined),
    });
    const { code, stderr } = await archive('--patience', '0');
    expect(stderr).toMatch(/^Error: .*line/m);
    expect(code).toBe(8);
  });

  // What a stopped process says of itself is Linux's own.
  onceOnly.skipIf(process.platform !== 'linux')(
    '5: the connection is gone when a command is sent',
    async () => {
      const { access, folder } = await popAccount();
      const env = { MAIL_PASSWORD: 'secret', MAILSTOW_CONFIG: join(folder, '../config') };
      const args = (port: number) => [
        ...['archive', ...access.map(each => (/^\d+$/.test(each) ? `${port}` : each))],
        ...['--folder', folder],
      ];
      const words = { greeting: '+OK ready\r\n', answer: () => '-ERR CAPA is unknown\r\n' };
      const { code, stderr } = await brokenOff('mailstow', words, args, env);
      expect(stderr).toMatch(/^Error: Sending to 127\.0\.0\.1:\d+ failed: /m);
      expect(code).toBe(5);
    },
  );

  test('an archive by IMAP is another one: 20', async () => {
    const { archive, access, folder, run } = await popAccount();
    await archive();
    const imap = access.filter(each => each !== '--protocol' && each !== 'pop3');
    const { code, stderr } = await run('archive', ...imap, '--folder', folder);
    expect(stderr).toContain('was made by POP3, so IMAP can’t add to it');
    expect(code).toBe(20);
  });
});

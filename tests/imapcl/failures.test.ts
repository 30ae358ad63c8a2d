import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { defaults } from '../../shared/defaults.ts';
import { fileOf, layoutArguments, test } from '../both-layouts.ts';
import { brokenOff } from './broken-off.ts';
import { type Ended, imapcl } from './run-process.ts';
import {
  allFour,
  cleanUpAfterEach,
  fetchedBodies,
  inbox,
  letters,
  setUp,
  stored,
} from './scripted-account.ts';

/**
 * Every exit code of the table that a person can provoke on an unencrypted connection. TLS: tls.test.ts.
 * In both layouts what is about the archive.
 */
cleanUpAfterEach();

/** What holds of every failure: words for a person, no stack, no password, nothing on stdout. */
function expectFailure(ended: Omit<Ended, 'peakMemory'>, code: number, words: RegExp): void {
  expect(ended.stderr).toMatch(words);
  expect(ended.code).toBe(code);
  // A sentence can begin with the server’s address.
  expect(ended.stderr).toMatch(/^Error: (?:[A-Z]|127\.0\.0\.1:).*\.$/m);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  expect(ended.stderr + ended.stdout).not.toMatch(/secret/);
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** What is kept of messages that could not be stored, as Latin-1. */
async function quarantined(out: string): Promise<string[]> {
  const folder = join(out, '.mailstow/quarantine');
  const names = await readdir(folder, { recursive: true });
  const files = names.filter(name => name.endsWith('.eml')).sort();
  return Promise.all(files.map(name => readFile(join(folder, name), 'latin1')));
}

describe('the folder', () => {
  test('-7: the output path is a file', async () => {
    const { run, place } = await setUp();
    await writeFile(place.out, 'mine');
    expectFailure(await run(), -7, /out/);
    expect(await readFile(place.out, 'utf8')).toBe('mine');
  });

  onceOnly('-7: the folder cannot be created', async () => {
    const { place, server } = await setUp();
    const out = '/proc/self/mailstow/out';
    const args = ['127.0.0.1', '-p', String(server.port), '-a', place.authFile, '-o', out];
    expectFailure(await imapcl(args), -7, /mailstow/);
  });

  test('-6: .uidvalidity cannot be read', async () => {
    const { run, place } = await setUp();
    await mkdir(join(place.out, '.uidvalidity'), { recursive: true });
    expectFailure(await run(), -6, /\.uidvalidity/);
  });

  onceOnly.each([
    ['a line without =', 'INBOX=1662988148\nBroken\n', /Line 2/],
    ['a value that is no number', 'INBOX=abc\n', /Line 1/],
    ['a value out of range', '# x=1\nINBOX=4294967296\n', /Line 2/],
    ['a negative value', 'INBOX=-1\n', /Line 1/],
    ['a mailbox twice', 'INBOX=1\nINBOX=2\n', /Line 2/],
  ])('-5: .uidvalidity with %s is named and left alone', async (_name, content, words) => {
    const { run, place, server } = await setUp();
    await mkdir(place.out);
    await writeFile(join(place.out, '.uidvalidity'), content);
    expectFailure(await run(), -5, words);
    expect(await readFile(join(place.out, '.uidvalidity'), 'utf8')).toBe(content);
    expect(fetchedBodies(server)).toEqual([]);
  });

  test('18: a second run in the folder says who holds it', async () => {
    const second = Promise.withResolvers<void>();
    const { run, place, server } = await setUp({
      onCommand: async ({ name, connection }) => {
        if (name === 'UID FETCH' && connection === 1) await second.promise;
        return 'default';
      },
    });
    const first = run();
    await server.received(({ name }) => name === 'UID FETCH');
    expectFailure(await run(), 18, /Process \d+/);
    second.resolve();
    expect(await first).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(await stored(place.out)).toEqual(allFour);
  });

  test('20: another account is refused', async () => {
    const { run, place } = await setUp({ users: { user: 'secret', other: 'secret' } });
    await run();
    await place.writeAuthFile('other', 'secret');
    expectFailure(await run(), 20, /other/);
    expect(await stored(place.out)).toEqual(allFour);
  });
});

describe('the connection', () => {
  onceOnly('1: the name does not resolve', async () => {
    const { place } = await setUp();
    const args = ['nowhere.invalid', '-a', place.authFile, '-o', place.out];
    expectFailure(await imapcl(args), 1, /nowhere\.invalid/);
  });

  onceOnly('-4: refused', async () => {
    const { place } = await setUp();
    const port = String(await closedPort());
    const args = ['127.0.0.1', '-p', port, '-a', place.authFile, '-o', place.out];
    expectFailure(await imapcl(args), -4, /127\.0\.0\.1/);
  });

  onceOnly('-4: the server greets with BYE', async () => {
    const { run } = await setUp({ greeting: '* BYE Closed for maintenance\r\n' });
    expectFailure(await run(), -4, /The server says: .*Closed for maintenance/);
  });

  onceOnly('-4: STARTTLS is not offered', async () => {
    const { run, server } = await setUp();
    expectFailure(await run('--starttls'), -4, /STARTTLS/);
    expect(server.commands.some(({ name }) => name === 'LOGIN')).toBe(false);
  });

  onceOnly('4: the server greets with garbage', async () => {
    const { run } = await setUp({ greeting: 'HTTP/1.1 400 Bad Request\r\n\r\n' });
    expectFailure(await run(), 4, /IMAP/);
  });

  onceOnly('6: the server closes at the greeting', async () => {
    const { run } = await setUp({ greeting: 'close' });
    expectFailure(await run(), 6, /connection/i);
  });

  // What a stopped process says of itself is Linux's own.
  onceOnly.skipIf(process.platform !== 'linux')(
    '5: the connection is gone when a command is sent',
    async () => {
      const { place } = await setUp();
      const words = {
        greeting: '* OK ready\r\n',
        answer: (line: string) => `* CAPABILITY IMAP4rev1\r\n${line.split(' ')[0]} OK\r\n`,
      };
      const ended = await brokenOff('imapcl', words, port => {
        return ['127.0.0.1', '-p', String(port), '-a', place.authFile, '-o', place.out];
      });
      expectFailure(ended, 5, /Sending to 127\.0\.0\.1:\d+ failed: /);
      await expect(readdir(place.out)).rejects.toThrow('ENOENT');
    },
  );

  test('6: the server closes in the middle of every literal', async () => {
    const { run, place, server } = await setUp({
      beforeFetchResponse: () => ({ stop: { at: 5, how: 'close' } }),
    });
    expectFailure(await run(), 6, /connection/i);
    expect(await stored(place.out)).toEqual({});
    expect(server.connections.length).toBe(1 + defaults.reconnections);
  });

  onceOnly('6: the server closes before it sends any message, each time', async () => {
    const { run, server } = await setUp({
      onCommand: ({ name }) => (name === 'UID FETCH' ? 'close' : 'default'),
    });
    expectFailure(await run(), 6, /connection/i);
    expect(server.connections.length).toBe(1 + defaults.reconnections);
  });

  test('-2: a message at which the connection breaks each time keeps no other back', async () => {
    const { run, place } = await setUp({
      beforeFetchResponse: ({ uid }) => (uid === 2 ? { stop: { at: 5, how: 'close' } } : undefined),
    });
    const ended = await run();
    expectFailure(ended, -2, /INBOX: message 2: .*connection/);
    expect(ended.stdout).toBe('Stored 3 Messages\n');
    expect(Object.values(await stored(place.out))).toEqual(letters.filter((_, i) => i !== 1));
    const kept = await quarantined(place.out);
    expect(kept).toEqual([letters[1]?.slice(0, 5)]);
  });

  test('-2: a literal longer than the data that follows keeps no other message back', async () => {
    const { run, place } = await setUp({
      beforeFetchResponse: ({ uid }) => (uid === 2 ? { announced: 100_000 } : undefined),
    });
    const ended = await run('--timeout', '1');
    expectFailure(ended, -2, /INBOX: message 2: /);
    expect(Object.values(await stored(place.out))).toEqual(letters.filter((_, i) => i !== 1));
  });

  onceOnly('8: a response line without end', async () => {
    function* endless() {
      const piece = Buffer.alloc(65_536, 'x');
      yield Buffer.from('* OK ');
      for (;;) yield piece;
    }
    const { run } = await setUp({
      onCommand: ({ name }) => (name === 'EXAMINE' ? endless() : 'default'),
    });
    const ended = await run();
    expectFailure(ended, 8, /line/);
    expect(ended.peakMemory).toBeLessThan(200e6);
  });

  onceOnly('8: an announced literal beyond any bound', async () => {
    const { run } = await setUp({
      onCommand: ({ name }) =>
        name === 'UID FETCH' ? '* 1 FETCH (UID 1 BODY[] {99999999999999}\r\nx' : 'default',
    });
    expectFailure(await run(), 8, /./);
  });

  test('a connection lost once is made again and the run completes', async () => {
    const { run, place } = await setUp({
      beforeFetchResponse: ({ uid, connection }) =>
        uid === 3 && connection === 1 ? { stop: { at: 5, how: 'reset' } } : undefined,
    });
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(await stored(place.out)).toEqual(allFour);
  });
});

describe('the account and its mailboxes', () => {
  onceOnly('16: wrong password', async () => {
    const { run, place } = await setUp({ users: { user: 'another' } });
    expectFailure(await run(), 16, /The server says: /);
    await expect(readFile(place.out)).rejects.toThrow('ENOENT');
  });

  onceOnly('16: LOGINDISABLED, with the advice to encrypt', async () => {
    const { run, server } = await setUp({ capabilities: ['IMAP4rev1', 'LOGINDISABLED'] });
    expectFailure(await run(), 16, /-T|--starttls|TLS/);
    expect(server.commands.some(({ name }) => name === 'LOGIN')).toBe(false);
  });

  onceOnly('17: unknown mailbox', async () => {
    const { run } = await setUp();
    expectFailure(await run('-b', 'Nowhere'), 17, /Nowhere/);
  });

  onceOnly('9: neither SEARCH nor FETCH names a message although there are some', async () => {
    const { run } = await setUp({
      onCommand: ({ name, tag }) =>
        /^UID (SEARCH|FETCH)$/.test(name) ? `${tag} OK done\r\n` : 'default',
    });
    expectFailure(await run(), 9, /INBOX/);
  });

  onceOnly('a SEARCH without its data is made good by FETCH', async () => {
    const { run, place } = await setUp({
      onCommand: ({ name, tag }) => (name === 'UID SEARCH' ? `${tag} OK done\r\n` : 'default'),
    });
    expect(await run()).toMatchObject({ code: 0 });
    expect(await stored(place.out)).toEqual(allFour);
  });

  onceOnly('14: UIDVALIDITY is never told', async () => {
    const { run } = await setUp({ mailboxes: [{ ...inbox, uidValidity: undefined }] });
    expectFailure(await run(), 14, /UIDVALIDITY/);
  });

  test('UIDVALIDITY 0 is recorded with a warning, and nothing is stored twice', async () => {
    const { run, place, server } = await setUp({ mailboxes: [{ ...inbox, uidValidity: 0 }] });
    const first = await run();
    expect(first).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(first.stderr).toMatch(/^Warning: .*UIDVALIDITY 0/m);
    const before = fetchedBodies(server).length;
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(fetchedBodies(server).length).toBe(before);
    expect(await stored(place.out)).toEqual(allFour);
    await rm(fileOf(place.out, 'MSG_INBOX_2.txt'));
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
    expect(await stored(place.out)).toEqual(allFour);
  });

  test('-2: a body that is NIL is not stored, the rest is, and it is named', async () => {
    const { run, place } = await setUp({
      beforeFetchResponse: ({ uid }) => (uid === 2 ? { body: 'NIL' } : undefined),
    });
    const ended = await run();
    expectFailure(ended, -2, /INBOX: message 2: /);
    expect(ended.stdout).toBe('Stored 3 Messages\n');
    expect(Object.values(await stored(place.out))).toEqual(letters.filter((_, i) => i !== 1));
  });

  test('-2: a message that fails its whole range is found and the others are stored', async () => {
    const { run, place } = await setUp({
      beforeFetchResponse: ({ uid }) =>
        uid === 3 ? { refuse: 'NO [UNAVAILABLE] Server error' } : undefined,
    });
    const ended = await run();
    expectFailure(ended, -2, /message 3: [\s\S]*The server says: .*Server error/);
    expect(ended.stdout).toBe('Stored 3 Messages\n');
    expect(Object.keys(await stored(place.out))).toHaveLength(3);
  });
});

test('130: interrupted, what is stored stays and the next run goes on', async () => {
  const { place, server } = await setUp({
    onCommand: ({ name, connection }) =>
      name === 'UID FETCH' && connection === 1 ? 'silent' : 'default',
  });
  const entry = new URL('../../electron/cli/imapcl.ts', import.meta.url).pathname;
  const args = [entry, '127.0.0.1', '-p', String(server.port), '-a', place.authFile];
  const child = spawn(process.execPath, [...args, '-o', place.out, ...layoutArguments()], {
    stdio: 'ignore',
  });
  await server.received(({ name }) => name === 'UID FETCH');
  const ended = new Promise(resolve => child.once('exit', (...how) => resolve(how)));
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  const rest = [...args.slice(1), '-o', place.out, ...layoutArguments()];
  expect(await imapcl(rest)).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
});

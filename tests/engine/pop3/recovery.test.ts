import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fileOf, storedMessages, test } from '../../both-layouts.ts';
import type { Pop3ServerOptions } from '../../servers/scripted-pop3/options.ts';
import { aMessage, startPop3 } from '../../servers/scripted-pop3/server.ts';
import { accountAt } from '../run/test-account.ts';
import { dropAccount } from './drop-account.ts';

const messages = [1, 2, 3, 4].map(n => aMessage(n, `${'text '.repeat(400 * n)}\r\n`));

describe('what is lost on this side', () => {
  const cases: [string, Pop3ServerOptions][] = [
    ['in the ordinary way', {}],
    ['without UIDL', { without: ['UIDL'] }],
    [
      'with sizes that are wrong',
      { messages: messages.map(each => ({ ...each, size: each.bytes.length + 77 })) },
    ],
  ];

  test.each(cases)(
    'the whole of .mailstow: nothing is fetched again, %s',
    async (_name, options) => {
      const account = await dropAccount({ messages, ...options });
      await account.run();
      const before = storedMessages(account.folder);
      rmSync(join(account.folder, '.mailstow'), { recursive: true });
      const retrieved = account.server.count('RETR');
      const { verdict, warnings } = await account.run();
      expect(verdict).toMatchObject({ state: 'complete', archived: 4, stored: 0 });
      expect(warnings.map(({ message }) => message).join()).toContain(
        '4 files were not in the journal',
      );
      expect(account.server.count('RETR')).toBe(retrieved);
      expect(storedMessages(account.folder)).toEqual(before);
      // What was found out is noted.
      const tops = account.server.count('TOP');
      account.server.drop.push(aMessage(9));
      expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 1 });
      if (options.without === undefined) expect(account.server.count('TOP')).toBe(tops);
    },
  );

  test('a file: it alone is fetched again, under its number', async () => {
    const account = await dropAccount({ messages });
    await account.run();
    const before = storedMessages(account.folder);
    rmSync(fileOf(account.folder, 'MSG_INBOX_3.txt'));
    const { verdict, warnings } = await account.run();
    expect(verdict).toMatchObject({ state: 'complete', stored: 1 });
    expect(warnings).toMatchObject([{ message: expect.stringContaining('1 file was deleted') }]);
    expect(storedMessages(account.folder)).toEqual(before);
  });

  test('the journal, with a file that was cut short', async () => {
    const account = await dropAccount({ messages });
    await account.run();
    const before = storedMessages(account.folder);
    rmSync(join(account.folder, '.mailstow'), { recursive: true });
    truncateSync(fileOf(account.folder, 'MSG_INBOX_4.txt'), 1_000);
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 1 });
    expect(storedMessages(account.folder)).toEqual(before);
  });

  test('what somebody wrote into .uidvalidity', async () => {
    const account = await dropAccount({ messages });
    await account.run();
    writeFileSync(join(account.folder, '.uidvalidity'), 'INBOX=4711\n');
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 0 });
    expect(readFileSync(join(account.folder, '.uidvalidity'), 'utf8')).toBe('INBOX=110\n');
  });
});

describe('the account has another name', () => {
  test.each([
    ['with the same UIDLs', {}, undefined],
    ['with the mail alone', { uidlOf: ({ uidl }) => `new-${uidl}` }, true],
  ] satisfies [string, Pop3ServerOptions, boolean | undefined][])(
    '%s: nothing is fetched again',
    async (_name, options, moved) => {
      const account = await dropAccount({ messages });
      await account.run();
      const server = await startPop3({ messages, ...options });
      const next = accountAt({ port: server.port, host: 'localhost', protocol: 'pop3' });
      if (moved) {
        const run = next.run({ folder: account.folder });
        await expect(run).rejects.toMatchObject({ failure: { code: 'account-may-have-moved' } });
      }
      const { verdict, warnings } = await next.run({
        folder: account.folder,
        moved: moved ?? false,
      });
      expect(verdict).toMatchObject({ state: 'complete', stored: 0, archived: 4, gone: 0 });
      expect(warnings.map(({ message }) => message).join()).toContain(
        '4 of 4 messages compared are the same',
      );
      expect(server.count('RETR')).toBe(0);
      await server.stop();
    },
  );

  test('with other mail: refused', async () => {
    const account = await dropAccount({ messages });
    await account.run();
    const server = await startPop3({ messages: [5, 6, 7].map(n => aMessage(n)) });
    const other = accountAt({ port: server.port, host: 'localhost', protocol: 'pop3' });
    const run = other.run({ folder: account.folder, moved: true });
    await expect(run).rejects.toMatchObject({ failure: { code: 'account-not-recognised' } });
    await server.stop();
  });
});

test('a run that is stopped keeps what it has, and the next goes on', async () => {
  const account = await dropAccount({ messages, capabilities: ['UIDL', 'TOP'] });
  account.server.options = {
    ...account.server.options,
    onCommand: ({ name, argument }) => {
      if (name === 'RETR' && argument === '3') account.stop();
      return undefined;
    },
  };
  await expect(account.run()).rejects.toMatchObject({ kind: 'stopped' });
  const again = accountAt({ port: account.server.port, protocol: 'pop3' });
  account.server.options = { messages };
  const { verdict } = await again.run({ folder: account.folder });
  expect(verdict).toMatchObject({ state: 'complete', archived: 4 });
  expect(Object.keys(storedMessages(account.folder))).toHaveLength(4);
});

test('the folder was renamed in the meantime', async () => {
  const account = await dropAccount({ messages });
  await account.run();
  const moved = `${account.folder}-moved`;
  renameSync(account.folder, moved);
  expect((await account.run({ folder: moved })).verdict).toMatchObject({ stored: 0, archived: 4 });
  renameSync(moved, account.folder);
});

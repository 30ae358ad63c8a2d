import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { fileOf, test } from '../../both-layouts.ts';
import type { DropOptions } from '../../servers/scripted-pop3/options.ts';
import { aMessage } from '../../servers/scripted-pop3/server.ts';
import { dropAccount } from './drop-account.ts';

const day = 24 * 60 * 60 * 1000;
const begin = Date.UTC(2026, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: begin });
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (days: number) => vi.setSystemTime(begin + days * day);
const messages = [aMessage(1), aMessage(2), aMessage(3)];
type Account = Awaited<ReturnType<typeof dropAccount>>;

const left = ({ server }: Account) => server.drop.map(({ uidl }) => uidl);
const deletions = ({ server }: Account) => server.count('DELE');
const listOf = ({ folder }: Account) =>
  readFileSync(join(folder, '.mailstow/deleted.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

describe('without the rule', () => {
  test('no DELE leaves the process, whatever the days', async () => {
    const account = await dropAccount({ messages });
    for (const days of [0, 2, 400]) {
      at(days);
      await account.run();
    }
    expect(account.server.lines.filter(line => /dele/i.test(line))).toEqual([]);
    expect(existsSync(join(account.folder, '.mailstow/reread.jsonl'))).toBe(false);
  });
});

describe('with the rule', () => {
  test('a message goes when it was found whole twice, a day apart, and is old enough', async () => {
    const account = await dropAccount({ messages });
    const run = () => account.run({ deleteAfter: 3 });
    for (const days of [0, 0.5, 1.5, 2.9]) {
      at(days);
      await run();
      expect(deletions(account)).toBe(0);
    }
    account.server.drop.push(aMessage(4));
    at(3.1);
    const { verdict, warnings } = await run();
    expect(verdict).toMatchObject({ state: 'complete', onServer: 4 });
    expect(left(account)).toEqual(['id-4']);
    expect(warnings.map(({ message }) => message).join()).toContain(
      '3 messages deleted on the server',
    );
    expect(listOf(account).map(({ what, uid }) => `${what} ${uid}`)).toEqual([
      ...['asked 1', 'asked 2', 'asked 3'],
      ...['deleted 1', 'deleted 2', 'deleted 3'],
    ]);
    expect(listOf(account)[0]).toMatchObject({ uidl: 'id-1', size: messages[0]?.bytes.length });
    const names = account.server.commands.map(({ name }) => name);
    expect(names.slice(-4)).toEqual(['DELE', 'DELE', 'DELE', 'QUIT']);
    at(4);
    expect((await run()).verdict).toMatchObject({ state: 'complete', gone: 3, stored: 0 });
    expect(left(account)).toEqual(['id-4']);
  });

  test('never before a day, however few the days', async () => {
    const account = await dropAccount({ messages });
    for (const days of [0, 0.3, 0.6, 0.99]) {
      at(days);
      await account.run({ deleteAfter: 1 });
    }
    expect(deletions(account)).toBe(0);
    at(1);
    await account.run({ deleteAfter: 1 });
    expect(left(account)).toEqual([]);
  });

  const afterTwoRuns = async (between: (account: Account) => void, options = {}) => {
    const account = await dropAccount({ messages, ...options });
    await account.run({ deleteAfter: 1 });
    between(account);
    at(5);
    const result = await account.run({ deleteAfter: 1 });
    return { account, result };
  };
  const change = (account: Account, from: string, to: string) => {
    const path = fileOf(account.folder, 'MSG_INBOX_2.txt');
    writeFileSync(path, readFileSync(path, 'latin1').replace(from, to), 'latin1');
  };

  test.each([
    ['whose file was altered', (account: Account) => change(account, 'message 2', 'Message 2')],
    ['whose file was cut', (account: Account) => change(account, 'This is message 2.\r\n', '')],
    [
      'that is another one under the same name',
      ({ server }: Account) => {
        server.drop[1] = { ...aMessage(7), uidl: 'id-2' };
      },
    ],
    [
      'whose reading was put off',
      ({ folder }: Account) => {
        const path = join(folder, '.mailstow/reread.jsonl');
        const lines = readFileSync(path, 'utf8').split('\n');
        writeFileSync(path, lines.filter(line => !line.startsWith('[2,')).join('\n'));
      },
    ],
    [
      'whose first reading was in the future',
      ({ folder }: Account) => {
        const path = join(folder, '.mailstow/reread.jsonl');
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/^(\[2,.*),\d+\]/m, `$1,${begin + 900 * day}]`),
        );
      },
    ],
  ])('a message %s stays', async (_name, between) => {
    const { account } = await afterTwoRuns(between);
    expect(left(account)).toEqual(['id-2']);
  });

  test.each([
    ['without UIDL', { without: ['UIDL'] }],
    ['with one UIDL for several', { uidlOf: () => 'same' }],
    [
      'with another UIDL each time and no header to compare',
      { uidlOf: ({ uidl }: DropOptions, n: number) => `${uidl}-${n}`, without: ['TOP', 'UIDL'] },
    ],
  ])('nothing goes %s', async (_name, options) => {
    const { account } = await afterTwoRuns(() => undefined, options);
    expect(deletions(account)).toBe(0);
    expect(account.server.drop).toHaveLength(3);
  });

  test('headers alone are no reason to delete', async () => {
    const account = await dropAccount({ messages });
    const selection = { headersOnly: true, unseenOnly: false };
    for (const days of [0, 5]) {
      at(days);
      await account.run({ deleteAfter: 1, selection });
    }
    expect(deletions(account)).toBe(0);
  });

  test('what a server refuses to delete is told of', async () => {
    const { account, result } = await afterTwoRuns(() => undefined, {
      onCommand: ({ name, argument }: { name: string; argument: string }) =>
        name === 'DELE' && argument === '2' ? '-ERR no\r\n' : undefined,
    });
    expect(left(account)).toEqual(['id-2']);
    expect(result.warnings.map(({ message }) => message).join()).toContain(
      'refused to delete 1 message',
    );
    expect(listOf(account).at(-1)).toMatchObject({ what: 'not deleted', uid: 2 });
  });

  test('a connection that breaks before QUIT deletes nothing, and the next try does', async () => {
    let quits = 0;
    const { account } = await afterTwoRuns(({ server }) => {
      server.options = {
        ...server.options,
        onCommand: ({ name }) =>
          name === 'QUIT' && quits++ === 0 ? { raw: '', next: 'end' } : undefined,
      };
    });
    expect(left(account)).toEqual([]);
    expect(quits).toBe(2);
  });
});

import { describe, expect } from 'vitest';
import { storedMessages, test } from '../../both-layouts.ts';
import type { Pop3Received, Pop3ServerOptions } from '../../servers/scripted-pop3/options.ts';
import { aMessage } from '../../servers/scripted-pop3/server.ts';
import { accountAt } from '../run/test-account.ts';
import { dropAccount } from './drop-account.ts';

const messages = [aMessage(1), aMessage(2), aMessage(3)];
const withUtf8 = ['TOP', 'UIDL', 'PIPELINING', 'USER', 'UTF8 USER'];
const verbs = (commands: readonly Pop3Received[]) =>
  commands.map(({ name }) => name).filter(name => /^(?:UTF8|USER|PASS|AUTH|APOP)$/.test(name));

/** A server that knows UTF8 and refuses some commands, in its words, to sessions that have not said so. */
function utf8Server(
  refuses: (command: Pop3Received) => boolean,
  answer = '-ERR [UTF8] UTF8 first\r\n',
  toUtf8 = '+OK\r\n',
): Pop3ServerOptions {
  const told = new Set<number>();
  return {
    messages,
    greeting: '+OK',
    capabilities: withUtf8,
    onCommand: command => {
      if (command.name === 'UTF8') {
        if (toUtf8.startsWith('+')) told.add(command.connection);
        return toUtf8;
      }
      return refuses(command) && !told.has(command.connection) ? answer : undefined;
    },
  };
}

describe('UTF8 (RFC 6856)', () => {
  test('is not said where nothing asks for it', async () => {
    const account = await dropAccount(utf8Server(() => false));
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 3 });
    expect(account.server.count('UTF8')).toBe(0);
  });

  test('is said before a user name that takes it', async () => {
    const [user, password] = ['jiří@example.org', 'heslo-ž'];
    const onTheWire = (text: string) => Buffer.from(text).toString('latin1');
    const { server } = await dropAccount({
      ...utf8Server(() => false),
      users: { [onTheWire(user)]: onTheWire(password) },
    });
    const account = accountAt({ port: server.port, protocol: 'pop3' }, { user, password });
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 3 });
    expect(verbs(server.commands)).toEqual(['UTF8', 'USER', 'PASS']);
    server.commands.length = 0;
    const capabilities = [...withUtf8, 'SASL PLAIN'];
    server.options = { ...server.options, capabilities, users: { [user]: password } };
    // PLAIN carries UTF-8 by itself.
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 0 });
    expect(verbs(server.commands)).toEqual(['AUTH']);
  });

  test('is said where the login is refused without it', async () => {
    const account = await dropAccount(utf8Server(({ name }) => name === 'PASS'));
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 3 });
    expect(verbs(account.server.commands)).toEqual(['USER', 'PASS', 'UTF8', 'USER', 'PASS']);
  });

  test('is said on a new connection where a message is refused without it', async () => {
    const account = await dropAccount(
      utf8Server(({ name, argument }) => name === 'RETR' && argument === '2'),
    );
    const { verdict, problems } = await account.run();
    expect(problems).toEqual([]);
    expect(verdict).toMatchObject({ state: 'complete', stored: 3 });
    expect(account.server.connections).toBe(2);
    expect(Object.values(storedMessages(account.folder))).toEqual(
      messages.map(({ bytes }) => bytes.toString('latin1')),
    );
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 0 });
    expect(account.server.connections).toBe(3);
  });

  test.each([
    ['that is refused itself', '-ERR no\r\n', 2],
    ['that changes nothing', undefined, 2],
  ] as const)('%s costs that message alone', async (_name, toUtf8, connections) => {
    const always = '-ERR [UTF8] never\r\n';
    const account = await dropAccount({
      ...utf8Server(() => false, always, toUtf8),
      onCommand: ({ name, argument }) => {
        if (name === 'UTF8') return toUtf8 ?? '+OK\r\n';
        return name === 'RETR' && argument === '2' ? always : undefined;
      },
    });
    const { verdict, problems } = await account.run();
    expect(verdict).toMatchObject({ state: 'incomplete', archived: 2, missing: 1 });
    expect(problems).toMatchObject([{ code: 'message-refused', serverText: '[UTF8] never' }]);
    expect(account.server.connections).toBe(connections);
  });

  test('is nothing to a server that does not know it', async () => {
    const account = await dropAccount({
      messages,
      onCommand: ({ name, argument }) =>
        name === 'RETR' && argument === '2' ? '-ERR [UTF8] what?\r\n' : undefined,
    });
    const { problems } = await account.run();
    expect(problems).toMatchObject([{ code: 'message-refused', uid: 2 }]);
    expect(account.server.count('UTF8')).toBe(0);
    expect(account.server.connections).toBe(1);
  });
});

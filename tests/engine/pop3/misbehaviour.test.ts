import { randomBytes } from 'node:crypto';
import { describe, expect } from 'vitest';
import { storedMessages, test } from '../../both-layouts.ts';
import type {
  DropOptions,
  Pop3Answer,
  Pop3ServerOptions,
} from '../../servers/scripted-pop3/options.ts';
import { aMessage, usualCapabilities } from '../../servers/scripted-pop3/server.ts';
import { dropAccount } from './drop-account.ts';

const some = [aMessage(1), aMessage(2), aMessage(3), aMessage(4)];

/** What the archive must hold of these, by UID. */
function filesOf(messages: readonly DropOptions[]): Record<string, string> {
  return Object.fromEntries(
    messages.map(({ bytes }, index) => [`MSG_INBOX_${index + 1}.txt`, bytes.toString('latin1')]),
  );
}

const oneByOne = usualCapabilities.filter(each => each !== 'PIPELINING');

describe('what is archived is not fetched again', () => {
  test.each([
    ['without UIDL', { without: ['UIDL'] }],
    ['without CAPA and UIDL', { without: ['UIDL', 'CAPA'] }],
    ['without UIDL and TOP', { without: ['UIDL', 'TOP'] }],
    [
      'with another UIDL each time',
      { uidlOf: ({ uidl }: DropOptions, n: number) => `${n}-${uidl}` },
    ],
    ['with one UIDL for all', { uidlOf: () => 'same' }],
    ['with sizes that are too large by 1,000', { sizes: 1_000 }],
    ['with sizes that are too large, and without UIDL', { sizes: 1_000, without: ['UIDL'] }],
    ['with sizes that are too small', { sizes: -200 }],
    ['a command at a time', { capabilities: oneByOne }],
  ] satisfies [string, Pop3ServerOptions & { sizes?: number }][])(
    '%s',
    async (_name, { sizes = 0, ...options }: Pop3ServerOptions & { sizes?: number }) => {
      const messages = some.map(each => ({ ...each, size: each.bytes.length + sizes }));
      const account = await dropAccount({ messages, ...options });
      expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 4 });
      account.server.drop.shift();
      account.server.drop.push(aMessage(5));
      const again = await account.run();
      expect(again.verdict).toMatchObject({ state: 'complete', stored: 1, archived: 4, gone: 1 });
      expect((await account.run()).verdict).toMatchObject({
        state: 'complete',
        stored: 0,
        gone: 1,
      });
      expect(storedMessages(account.folder)).toEqual(filesOf([...some, aMessage(5)]));
    },
  );

  test('where copies of one message lie beside each other, each is one', async () => {
    const twins = [aMessage(1), aMessage(1), aMessage(1)];
    const account = await dropAccount({ messages: twins, without: ['UIDL'] });
    expect((await account.run()).stored).toBe(3);
    account.server.drop.push(aMessage(1));
    expect((await account.run()).stored).toBe(1);
    expect((await account.run()).stored).toBe(0);
  });

  test('where a server gives the name of an old message to a new one, that is fetched', async () => {
    const account = await dropAccount({ messages: some });
    await account.run();
    account.server.drop[1] = { ...aMessage(10), uidl: 'id-2' };
    const again = await account.run();
    expect(again.verdict).toMatchObject({ state: 'complete', stored: 1, archived: 4, gone: 1 });
    expect((await account.run()).stored).toBe(0);
    expect(Object.keys(storedMessages(account.folder))).toHaveLength(5);
  });
});

test('a server that says PIPELINING and throws away what it is sent meanwhile is asked one by one', async () => {
  const account = await dropAccount({ messages: some, deafWhileBusy: true }, { timeout: 300 });
  expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 4 });
  expect(storedMessages(account.folder)).toEqual(filesOf(some));
});

describe('every octet is kept', () => {
  const body = (...lines: string[]) => aMessage(1, lines.join('\r\n'));
  test.each([
    ['dots', body('.', '..', '.x', '...', '')],
    [
      'NULs and all octets',
      {
        ...aMessage(1),
        bytes: Buffer.concat([
          aMessage(1).bytes,
          Buffer.from([...Array(256).keys()].filter(n => n !== 10)),
          Buffer.from('\r\n'),
        ]),
      },
    ],
    ['lone LF', body('a\nb\n.c\n.\nd', '')],
    ['no header at all', { uidl: 'x', bytes: Buffer.from('\r\nbody\r\n') }],
    ['a line of two megabytes', body('x'.repeat(2_000_000), '.', '')],
  ])('%s', async (_name, message) => {
    const account = await dropAccount({ messages: [message, aMessage(2)] });
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 2 });
    expect(storedMessages(account.folder)['MSG_INBOX_1.txt']).toBe(
      message.bytes.toString('latin1'),
    );
  });

  test('of a server that ends lines in LF', async () => {
    const messages = some.map(({ bytes, uidl }) => ({
      uidl,
      bytes: Buffer.from(bytes.toString().replaceAll('\r\n', '\n')),
    }));
    const account = await dropAccount({ messages, bareLf: true });
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 4 });
    expect(storedMessages(account.folder)).toEqual(filesOf(messages));
  });

  test('of a server that stuffs nothing, as far as it can be told', async () => {
    const messages = [body('.x', '. y', '.\tz', ''), aMessage(2)];
    const account = await dropAccount({ messages, unstuffed: true });
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 2 });
    expect(storedMessages(account.folder)).toEqual(filesOf(messages));
  });

  test('of 20 MB in a stream', async () => {
    const lines = randomBytes(15_000_000).toString('base64').replace(/.{76}/g, '$&\r\n');
    const large = aMessage(1, `${lines}\r\n`);
    const account = await dropAccount({ messages: [large, aMessage(2)] });
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 2 });
    expect(storedMessages(account.folder)).toEqual(filesOf([large, aMessage(2)]));
  });
});

describe('what is not whole is not counted', () => {
  const rest = {
    'MSG_INBOX_1.txt': some[0]?.bytes.toString('latin1'),
    'MSG_INBOX_3.txt': some[2]?.bytes.toString('latin1'),
  };
  const broken = (answer: Pop3Answer, capabilities = usualCapabilities) => ({
    messages: some.slice(0, 3),
    capabilities,
    onCommand: ({ name, argument }: { name: string; argument: string }) =>
      name === 'RETR' && argument === '2' ? answer : undefined,
  });

  test.each([
    ['the connection ends in the middle', { raw: '+OK\r\nFrom: a\r\n\r\nhalf', next: 'end' }],
    [
      'the last dot is missing',
      { raw: '+OK\r\nFrom: a\r\n\r\nwhole, but who knows\r\n', next: 'end' },
    ],
    [
      'a lone dot is not stuffed and text follows',
      '+OK\r\nFrom: a\r\n\r\none\r\n.\r\ntwo\r\n.\r\n',
    ],
    ['the answer is none', 'nonsense\r\n'],
    ['a line of the answer never ends', '+OK'.padEnd(70_000, 'x')],
  ] satisfies [string, Pop3Answer][])('%s', async (_name, answer) => {
    for (const capabilities of [usualCapabilities, oneByOne]) {
      const account = await dropAccount(broken(answer, capabilities));
      const { verdict, problems } = await account.run();
      expect(verdict).toMatchObject({ state: 'incomplete', archived: 2, missing: 1, onServer: 3 });
      expect(problems).toMatchObject([{ code: 'message-breaks-connection', uid: 2 }]);
      expect(storedMessages(account.folder)).toEqual(rest);
      // The next run tries it again, under the number that is kept for it.
      account.server.options = { messages: some };
      expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 1 });
      expect(storedMessages(account.folder)).toEqual(filesOf(some.slice(0, 3)));
    }
  });

  test('silence in the middle of a message', async () => {
    const answer = { raw: '+OK\r\nFrom: a\r\n', next: 'silent' } as const;
    const account = await dropAccount(broken(answer), { timeout: 300 });
    const { problems } = await account.run();
    expect(problems).toMatchObject([{ code: 'message-breaks-connection', uid: 2 }]);
    expect(storedMessages(account.folder)).toEqual(rest);
  });

  test('a refusal, once and for ever', async () => {
    let refusals = 0;
    const account = await dropAccount({
      messages: some,
      onCommand: ({ name, argument }) => {
        if (name !== 'RETR') return undefined;
        if (argument === '3' && refusals++ === 0) return '-ERR not just now\r\n';
        return argument === '2' ? '-ERR it is broken\r\n' : undefined;
      },
    });
    const { verdict, problems } = await account.run();
    expect(verdict).toMatchObject({ state: 'incomplete', archived: 3, missing: 1 });
    expect(problems).toMatchObject([
      { code: 'message-refused', uid: 2, serverText: 'it is broken' },
    ]);
  });

  test('far fewer bytes than announced: fetched twice, stored, and said', async () => {
    const account = await dropAccount({
      messages: [{ ...aMessage(1), size: 100_000 }, aMessage(2)],
    });
    const { verdict, warnings } = await account.run();
    expect(verdict).toMatchObject({ state: 'complete', stored: 2 });
    expect(warnings.map(({ message }) => message).join()).toContain('shorter than the server says');
    expect(account.server.count('RETR')).toBe(3);
    expect((await account.run()).stored).toBe(0);
  });

  test('the server counts more than it lists', async () => {
    const account = await dropAccount({
      messages: some,
      onCommand: ({ name }) => (name === 'STAT' ? '+OK 9 90000\r\n' : undefined),
    });
    const { verdict } = await account.run();
    expect(verdict).toMatchObject({ state: 'incomplete', onServer: 9, unnamed: 5, archived: 4 });
    account.server.drop = [];
    expect((await account.run()).verdict.gone).toBe(0);
  });
});

import { expect, onTestFinished, test } from 'vitest';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { anApp } from '../an-app.ts';

const letter = (size: number) => `Subject: x\r\n\r\n${'.'.repeat(size - 14)}`;
const mailboxes = [
  { name: 'INBOX', messages: [letter(100), letter(250)] },
  { name: 'Empty', messages: [] },
  { name: 'Work', messages: [letter(40)] },
];
const bytes = { INBOX: 350, Empty: 0, Work: 40 };

async function accountAt(options: ServerOptions) {
  const server = await startServer({ mailboxes, ...options });
  onTestFinished(async () => {
    await server.stop();
    expect(server.faults).toEqual([]);
  });
  const { port } = server;
  const settings = { host: '127.0.0.1', port, security: 'none' as const };
  const access = { server: settings, user: 'user', password: 'secret' };
  const app = anApp();
  const counted = () =>
    Object.fromEntries(
      app.events.flatMap(event =>
        event.name === 'mailboxes.counted'
          ? event.value.mailboxes.map(each => [each.name, each.bytes] as const)
          : [],
      ),
    );
  const listed = async () =>
    Object.fromEntries(
      (await app.call('accounts.mailboxes', access)).map(each => [each.name, each.bytes]),
    );
  const asked = () => server.commands.map(({ name }) => name);
  return { ...app, server, access, counted, listed, asked };
}

test.each([
  ['with the list', ['IMAP4rev1', 'LIST-EXTENDED', 'LIST-STATUS', 'STATUS=SIZE']],
  ['for each folder', ['IMAP4rev1', 'STATUS=SIZE']],
])('a server that adds up sizes itself is asked for them %s', async (_, capabilities) => {
  const { call, access, counted, listed, asked } = await accountAt({ capabilities });
  expect(await listed()).toEqual(bytes);
  expect(await call('accounts.count', { ...access, waitId: 'count' })).toEqual({ whole: true });
  expect(counted()).toEqual({});
  expect(asked()).not.toContain('EXAMINE');
});

test.each([
  ['with the list', ['IMAP4rev1', 'LIST-EXTENDED', 'LIST-STATUS']],
  ['one by one', ['IMAP4rev1']],
])(
  'where it does not, messages are counted %s, and their sizes behind it',
  async (_, capabilities) => {
    const { call, access, counted, listed, asked, server } = await accountAt({ capabilities });
    expect(await listed()).toEqual({ INBOX: undefined, Empty: 0, Work: undefined });
    expect(asked()).not.toContain('EXAMINE');
    expect(await call('accounts.count', { ...access, waitId: 'count' })).toEqual({ whole: true });
    expect(counted()).toEqual({ INBOX: 350, Work: 40 });
    // Nothing but sizes, and nothing is opened for changes.
    expect(asked()).not.toContain('SELECT');
    const fetches = server.commands.filter(({ name }) => name === 'UID FETCH');
    expect(fetches.map(({ line }) => line.replace(/^\S+ /, ''))).toEqual(
      Array.from({ length: 2 }, () => 'UID FETCH 1:* (UID RFC822.SIZE)'),
    );
  },
);

test('a folder that does not open is left uncounted, the others are counted', async () => {
  const { call, access, counted } = await accountAt({
    capabilities: ['IMAP4rev1'],
    onCommand: ({ name, line, tag }) =>
      name === 'EXAMINE' && line.includes('INBOX') ? `${tag} NO Not now\r\n` : 'default',
  });
  expect(await call('accounts.count', { ...access, waitId: 'count' })).toEqual({ whole: false });
  expect(counted()).toEqual({ Work: 40 });
});

test('more messages than anybody waits for are not counted', async () => {
  const many = { count: 600_000, message: () => ({ bytes: letter(40) }) };
  const { call, access, counted, asked } = await accountAt({
    capabilities: ['IMAP4rev1'],
    mailboxes: [
      { name: 'INBOX', lazy: many },
      { name: 'Work', messages: [letter(40)] },
    ],
  });
  expect(await call('accounts.count', { ...access, waitId: 'count' })).toEqual({ whole: false });
  expect(counted()).toEqual({ Work: 40 });
  expect(asked().filter(name => name === 'UID FETCH')).toHaveLength(1);
});

test('a server to which a size costs as much as the message is not asked', async () => {
  const { call, access, asked } = await accountAt({
    capabilities: ['IMAP4rev1'],
    greeting: '* OK DavMail 6.0 IMAP Server\r\n',
  });
  expect(await call('accounts.count', { ...access, waitId: 'count' })).toEqual({ whole: false });
  expect(asked()).not.toContain('EXAMINE');
});

test('sizes beyond all sense are none', async () => {
  const { listed } = await accountAt({
    capabilities: ['IMAP4rev1', 'STATUS=SIZE'],
    mailboxes: [{ name: 'INBOX', messages: [letter(40)] }],
    onCommand: ({ name, tag }) =>
      name === 'STATUS'
        ? `* STATUS INBOX (MESSAGES 1 SIZE 99999999999999999999)\r\n${tag} OK Done\r\n`
        : 'default',
  });
  expect(await listed()).toEqual({ INBOX: undefined });
});

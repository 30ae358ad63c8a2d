import { expect, test } from 'vitest';
import { searchOnServer } from '../../../electron/services/mailboxes/search-on-server.ts';
import { parse } from '../../../shared/search/parse.ts';
import { withAccount } from '../an-app.ts';

const letter = (subject: string) => `Subject: ${subject}\r\n\r\nOf the harvest.\r\n`;
const mailboxes = () => [
  { name: 'INBOX', messages: [letter('One')] },
  { name: 'Junk', messages: [letter('Two')] },
];
const { query } = parse('harvest');
const isOver = ({ finishedAt }: { finishedAt?: number | undefined }) => finishedAt !== undefined;

test('an account is asked for what it archives and has not archived', async () => {
  const leftOut = ['Junk'];
  const { call, until, accountId, server } = await withAccount(
    { mailboxes: mailboxes() },
    { leftOut },
  );
  const find = () => call('mailboxes.search', { accountId, query });
  expect(await find()).toEqual({ notArchived: 1 });
  await call('runs.start', { accountId });
  await until(accountId, isOver);
  expect(await find()).toEqual({ notArchived: 0 });
  server.mailbox('INBOX').append(letter('Three'));
  expect(await find()).toEqual({ notArchived: 1 });
  const opened = server.commands.filter(({ name }) => name === 'SELECT' || name === 'EXAMINE');
  const seen = opened.map(({ line }) => line.split(' ').slice(1, 3).join(' '));
  expect([...new Set(seen)]).toEqual(['EXAMINE "INBOX"']);
  expect(server.changes).toBe(0);
}, 30_000);

test('what cannot be asked says why', async () => {
  const { failureOf, accountId, call } = await withAccount({ mailboxes: mailboxes() });
  const profile = (await call('accounts.list', undefined))[0]?.profile;
  if (profile === undefined) throw new Error('There is no account.');
  const server = { ...profile.server, port: 1 };
  await call('accounts.save', { id: accountId, profile: { ...profile, server } });
  expect(await failureOf('mailboxes.search', { accountId, query })).toMatchObject({
    code: 'password-needed',
  });
  const typed = { accountId, query, password: 'secret' };
  expect(await failureOf('mailboxes.search', typed)).toMatchObject({ kind: 'connection' });
  const inboxOnly = { ...profile.server, protocol: 'pop3' as const };
  await call('accounts.save', { id: accountId, profile: { ...profile, server: inboxOnly } });
  expect(await failureOf('mailboxes.search', typed)).toMatchObject({ code: 'not-by-pop3' });
}, 30_000);

test('a server that takes too long is left, and so is one that nobody waits for', async () => {
  const { call, failureOf, accountId, folder, server } = await withAccount({
    mailboxes: mailboxes(),
    onCommand: ({ name }) => (name === 'UID SEARCH' ? 'silent' : 'default'),
  });
  const account = {
    access: {
      server: { host: '127.0.0.1', port: server.port, security: 'none' as const },
      credentials: { user: 'user', password: 'secret' },
    },
    folder,
  };
  const selection = { headersOnly: false, unseenOnly: false };
  const search = { query, leftOut: [], selection };
  const { signal } = new AbortController();
  await expect(searchOnServer(account, search, signal, 100)).rejects.toMatchObject({
    failure: { code: 'server-search-too-long', args: { seconds: 1 } },
  });
  const before = server.connections.length;
  const asked = failureOf('mailboxes.search', { accountId, query, waitId: 'look' });
  await server.received(({ name, connection }) => name === 'UID SEARCH' && connection > before);
  await call('accounts.cancel', { waitId: 'look' });
  await asked;
  await expect.poll(() => server.connections.filter(({ open }) => open)).toEqual([]);
}, 30_000);

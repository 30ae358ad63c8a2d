import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Input, Profile } from '../../../shared/contract.ts';
import { startServer } from '../../servers/scripted/server.ts';
import type { Pop3ServerOptions } from '../../servers/scripted-pop3/options.ts';
import { aMessage, startPop3 } from '../../servers/scripted-pop3/server.ts';
import { anApp } from '../an-app.ts';
import { aProfile, temporaryFolder } from './a-profile.ts';

const messages = [1, 2, 3].map(number => aMessage(number));
const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);

const signsIn = (command: string) => ['APOP', 'AUTH', 'PASS'].includes(command);

async function accountAt(options: Pop3ServerOptions = {}) {
  const server = await startPop3({ messages, ...options });
  onTestFinished(() => server.stop());
  const { port } = server;
  const settings = { protocol: 'pop3', host: '127.0.0.1', port, security: 'none' } as const;
  return { ...anApp(), server, access: { server: settings, user: 'user', password: 'secret' } };
}

test('an account by POP3 is tested, and has its inbox with number and size; the maildrop is free again', async () => {
  let isOpen = false;
  const { call, access, server } = await accountAt({
    onCommand({ name }) {
      if (name === 'QUIT') isOpen = false;
      if (!signsIn(name)) return undefined;
      const wasOpen = isOpen;
      isOpen = true;
      return wasOpen ? '-ERR [IN-USE] locked\r\n' : undefined;
    },
  });
  expect(await call('accounts.test', access)).toEqual({ result: 'ok' });
  expect(await call('accounts.mailboxes', access)).toEqual([
    { name: 'INBOX', levels: ['INBOX'], use: 'inbox', selectable: true, messages: 3, bytes },
  ]);
  expect(await call('accounts.count', { ...access, waitId: 'a' })).toEqual({ whole: true });
  expect(server.count('RETR') + server.count('DELE')).toBe(0);
});

test('a wrong password, a maildrop in use and a server of the other kind are told as what they are', async () => {
  const { call, access } = await accountAt();
  const failureOf = async (changes: Partial<Input<'accounts.test'>>) => {
    const tested = await call('accounts.test', { ...access, ...changes });
    return tested.result === 'failed' ? tested.failure.code : tested.result;
  };
  expect(await failureOf({ password: 'wrong' })).toBe('login-refused');
  const busy = await accountAt({
    onCommand: ({ name }) => (signsIn(name) ? '-ERR [IN-USE] locked\r\n' : undefined),
  });
  expect(await failureOf({ server: busy.access.server })).toBe('maildrop-in-use');
  const imap = await startServer();
  onTestFinished(() => imap.stop());
  const atImap = { ...access.server, port: imap.port };
  expect(await failureOf({ server: atImap })).toBe('greeting-of-imap');
  const { protocol: _, ...byImap } = access.server;
  expect(await failureOf({ server: byImap })).toBe('greeting-of-pop3');
});

test('a run deletes on the server by the account’s own rule alone, and its archive is that of an inbox', async () => {
  const { call, until, access, server } = await accountAt();
  const folder = temporaryFolder();
  const profile = aProfile({ folder, user: 'user', server: access.server });
  const { id } = await call('accounts.save', { profile, password: 'secret' });
  const archive = async (changes: Partial<Profile>) => {
    await call('accounts.save', { id, profile: { ...profile, ...changes }, password: 'secret' });
    await call('runs.start', { accountId: id });
    expect(await until(id, run => run.finishedAt !== undefined)).toMatchObject({ state: 'done' });
  };
  const reads = join(folder, '.mailstow', 'reread.jsonl');
  await archive({});
  expect(existsSync(reads)).toBe(false);
  const account = { user: 'user', host: '127.0.0.1' };
  const held = async (protocol?: 'pop3') =>
    (await call('folders.look', { path: folder, account: { ...account, protocol } })).holds;
  // A busy machine may take longer to look than a disk is waited for.
  const looked = { timeout: 30_000 };
  await expect.poll(() => held('pop3'), looked).toMatchObject({ whose: 'own', messages: 3 });
  await expect.poll(() => held(), looked).toMatchObject({ whose: 'otherWay' });
  // Nobody tells what was read: nothing looks new.
  await expect
    .poll(() => call('library.mailboxes', { accountId: id }), { timeout: 20_000 })
    .toEqual([{ name: 'INBOX', messages: 3, unread: 0 }]);

  await archive({ deleteAfter: 2, headersOnly: true });
  expect(existsSync(reads)).toBe(false);
  await archive({ deleteAfter: 2 });
  expect(server.count('DELE')).toBe(0);
  const first = readFileSync(reads, 'utf8').trimEnd().split('\n');
  const earlier = first.map(line => {
    const [uid, sha256, at] = JSON.parse(line);
    return JSON.stringify([uid, sha256, at - 3 * 24 * 60 * 60 * 1000]);
  });
  writeFileSync(reads, `${earlier.join('\n')}\n`);
  await archive({ deleteAfter: 2 });
  expect(server.count('DELE')).toBe(3);
  expect(server.count('RETR')).toBe(3);
});

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { WatchState } from '../../../shared/contract.ts';
import { type ServedAccount, withAccount } from '../an-app.ts';

const letter = (subject: string) =>
  `Subject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\nBody.\r\n`;
const mailboxes = () => [{ name: 'INBOX', messages: [letter('one')] }];

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.eml'));

/** The first state of the account's watch, as it is or from now on, that fits. */
function watch({ app, accountId }: ServedAccount, fits: (state: WatchState) => boolean) {
  const { promise, resolve } = Promise.withResolvers<WatchState>();
  const unsubscribe = app.subscribe(event => {
    if (event.name !== 'watch.changed' || event.value.accountId !== accountId) return;
    if (fits(event.value)) resolve(event.value);
  });
  const now = app.watches.list().find(state => state.accountId === accountId);
  if (now !== undefined && fits(now)) resolve(now);
  return promise.finally(unsubscribe);
}

const is = (state: WatchState['state']) => (each: WatchState) => each.state === state;

/** The account as it is told of, once it holds so many messages. */
function told({ app, accountId }: ServedAccount, messages: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const unsubscribe = app.subscribe(event => {
    if (event.name !== 'accounts.changed') return;
    const account = event.value.find(({ id }) => id === accountId);
    if (account?.lastRun?.messages === messages && account.lastRun.stock !== undefined) resolve();
  });
  return promise.finally(unsubscribe);
}

describe('an account that is kept up with its mail', () => {
  test('is archived as for a person first, then stores what comes; library and account follow', async () => {
    const account = await withAccount({ mailboxes: mailboxes() }, { keepUp: true });
    const { app, server, call, accountId, folder, events } = account;
    app.begin();
    await watch(account, is('watching'));
    expect(app.runs.list()).toMatchObject([{ accountId, state: 'done', stored: 1 }]);
    const two = told(account, 2);
    server.mailbox('INBOX').append(letter('two'));
    await two;
    expect(filesIn(folder)).toHaveLength(2);
    // A round is no run of the person's.
    expect(app.runs.list()).toMatchObject([{ stored: 1 }]);
    expect(events).toContainEqual({
      name: 'library.changed',
      value: { accountId, messages: 2 },
    });

    // By hand: neither is in the other's way.
    server.mailbox('INBOX').append(letter('three'));
    await call('runs.start', { accountId });
    await account.until(accountId, ({ state }) => state === 'done');
    server.mailbox('INBOX').append(letter('four'));
    await told(account, 4);
    const check = await call('archive.check', { accountId, server: false });
    expect(check.accountId).toBe(accountId);

    // Switched off, and removed.
    const off = watch(account, is('off'));
    const [saved] = await call('accounts.list', undefined);
    if (saved === undefined) throw new Error('there is no account');
    const { keepUp: _, ...profile } = saved.profile;
    await call('accounts.save', { id: accountId, profile });
    await off;
    expect(await call('watches.list', undefined)).toEqual([]);
    await call('accounts.save', { id: accountId, profile: { ...profile, keepUp: true } });
    await watch(account, is('watching'));
    await call('accounts.remove', { accountId });
    expect(await call('watches.list', undefined)).toEqual([]);
    await expect.poll(() => server.connections.filter(each => each.open)).toEqual([]);
  });

  test('waits for a server that is away, and for a password that it does not know', async () => {
    const account = await withAccount({ mailboxes: mailboxes() }, { keepUp: true });
    const { app, server, call, accountId } = account;
    app.begin();
    await watch(account, is('watching'));
    await server.stop();
    const { failure } = await watch(account, is('away'));
    expect(['receive', 'connection']).toContain(failure?.kind);

    const [saved] = await call('accounts.list', undefined);
    if (saved === undefined) throw new Error('there is no account');
    // At another port nobody knows the password any more.
    const elsewhere = { ...saved.profile.server, port: 1 };
    await call('accounts.save', {
      id: accountId,
      profile: { ...saved.profile, server: elsewhere },
    });
    expect(await watch(account, is('failed'))).toMatchObject({
      failure: { code: 'password-needed' },
    });
  });
});

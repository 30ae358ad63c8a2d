import { expect, onTestFinished, test, vi } from 'vitest';
import type { Vault } from '../../../electron/services/accounts/vault.ts';
import { anApp, withAccount } from '../an-app.ts';
import { aProfile } from './a-profile.ts';

function aVault(): Vault & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    keeps: async () => true,
    has: async id => kept.has(id),
    read: async id => kept.get(id),
    write: async (id, password) => void kept.set(id, password),
    remove: async id => void kept.delete(id),
  };
}

const oneLetter = { mailboxes: [{ name: 'INBOX', messages: ['Subject: x\r\n\r\n'] }] };

test('an account that was removed comes back as it was, and runs without its password being typed', async () => {
  const vault = aVault();
  const remembers = { rememberPassword: true };
  const { call, until, accountId, events } = await withAccount(oneLetter, remembers, { vault });
  await call('accounts.save', { profile: aProfile({ email: 'second@example.org' }) });
  await call('runs.start', { accountId });
  await until(accountId, ({ state }) => state === 'done');
  await vi.waitFor(async () => {
    const [account] = await call('accounts.list', undefined);
    expect(account?.lastRun?.stock).toBeDefined();
  }, 20_000);
  const before = await call('accounts.list', undefined);
  await call('accounts.remove', { accountId });
  expect(vault.kept.size).toBe(0);
  expect(await call('accounts.list', undefined)).toEqual(before.slice(1));
  expect(await call('accounts.restore', { accountId })).toEqual(before[0]);
  expect(await call('accounts.list', undefined)).toEqual(before);
  expect(events.at(-1)).toEqual({ name: 'accounts.changed', value: before });
  expect([...vault.kept]).toEqual([[accountId, 'secret']]);
  await call('runs.start', { accountId });
  await until(accountId, ({ state, stored }) => state === 'done' && stored === 0);
});

test('a password that was not to be remembered comes back for as long as it would have been there', async () => {
  const vault = aVault();
  const { call, accountId } = await withAccount({}, { rememberPassword: false }, { vault });
  await call('accounts.remove', { accountId });
  expect(await call('accounts.restore', { accountId })).toMatchObject({ hasPassword: true });
  expect(vault.kept.size).toBe(0);
});

test('a minute later there is nothing left to come back to', async () => {
  const vault = aVault();
  const { call, failureOf } = anApp({ vault });
  const profile = aProfile({ rememberPassword: true });
  const { id } = await call('accounts.save', { profile, password: 'secret' });
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  await call('accounts.remove', { accountId: id });
  vi.advanceTimersByTime(60_000);
  expect(await failureOf('accounts.restore', { accountId: id })).toMatchObject({
    code: 'account-gone',
  });
  expect(await call('accounts.list', undefined)).toEqual([]);
  expect(vault.kept.size).toBe(0);
});

test('nor is there after a restart, or a second time', async () => {
  const { call, userData, app } = anApp();
  const { id } = await call('accounts.save', { profile: aProfile(), password: 'secret' });
  await call('accounts.remove', { accountId: id });
  await call('accounts.restore', { accountId: id });
  const gone = { code: 'account-gone' };
  expect(await app.call('accounts.restore', { accountId: id })).toMatchObject({ failure: gone });
  await call('accounts.remove', { accountId: id });
  await app.close();
  const next = anApp({ userData });
  expect(await next.failureOf('accounts.restore', { accountId: id })).toMatchObject(gone);
});

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Profile } from '../../../shared/contract.ts';
import { type ServedAccount, withAccount } from '../an-app.ts';
import { temporaryFolder } from './a-profile.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const letter = (subject: string, size: number, on: string) => ({
  bytes: `Subject: ${subject}\r\n\r\n${'.'.repeat(size)}`,
  internalDate: new Date(`${on}T12:00:00Z`),
});
const mailboxes = [
  {
    name: 'INBOX',
    messages: [
      letter('old and small', 100, '2019-05-01'),
      letter('new and small', 100, '2024-05-01'),
      letter('new and large', 50_000, '2024-06-01'),
    ],
  },
  { name: 'Work', messages: [letter('work', 100, '2024-05-02')] },
];

/** One more run. @returns its state and what the card says of it */
async function archive({ call, until, accountId }: ServedAccount) {
  const begun = await call('runs.start', { accountId });
  await until(
    accountId,
    state => state.startedAt >= begun.startedAt && state.finishedAt !== undefined,
  );
  const [run] = await call('runs.list', undefined);
  const [account] = await call('accounts.list', undefined);
  if (run === undefined || account === undefined) throw new Error('there is no run');
  return { run, account };
}

async function edit(account: ServedAccount, changes: Partial<Profile>, password?: string) {
  const { call, accountId: id } = account;
  const [before] = await call('accounts.list', undefined);
  if (before === undefined) throw new Error('there is no account');
  return call('accounts.save', { id, profile: { ...before.profile, ...changes }, password });
}

test.each([
  ['since a day', { receivedSince: day('2024-01-01') }, 3],
  ['before a day', { receivedBefore: day('2024-01-01') }, 1],
  ['larger', { largerThan: 10_000 }, 1],
  ['smaller', { smallerThan: 10_000 }, 3],
  ['between', { receivedSince: day('2024-01-01'), smallerThan: 10_000 }, 2],
])(
  'messages %s are archived; the verdict says how many were excluded',
  async (_, filters, count) => {
    const account = await withAccount({ mailboxes }, filters);
    const { run, account: shown } = await archive(account);
    expect(run.stored).toBe(count);
    expect(run.verdict).toMatchObject({ state: 'complete', archived: count, excluded: 4 - count });
    expect(shown.lastRun?.verdict).toEqual(run.verdict);
  },
);

test('a filter, folders and headers that are changed count from the next run on', async () => {
  const account = await withAccount({ mailboxes }, { receivedSince: day('2024-06-01') });
  expect((await archive(account)).run.stored).toBe(1);
  await edit(account, { receivedSince: undefined });
  expect((await archive(account)).run).toMatchObject({ stored: 3, verdict: { excluded: 0 } });
  await edit(account, { leftOut: ['Work'] });
  expect((await archive(account)).run.verdict).toMatchObject({
    leftOut: { mailboxes: 1, messages: 1, names: ['Work'] },
  });
});

test('another user and password are what the next run signs in with', async () => {
  const account = await withAccount({ mailboxes, users: { user: 'secret', other: 'else' } });
  await edit(account, { user: 'other' }, 'else');
  await archive(account);
  const logins = account.server.commands.filter(({ name }) => name === 'LOGIN');
  expect(logins.at(-1)?.line).toContain('other');
});

test('the verdict of the folder before is not said of another one', async () => {
  const account = await withAccount({ mailboxes });
  await archive(account);
  const folder = join(temporaryFolder(), 'elsewhere');
  const moved = await edit(account, { folder });
  expect(moved).not.toHaveProperty('lastRun');
  expect(moved).not.toHaveProperty('lastComplete');
  expect((await archive(account)).run.stored).toBe(4);
});

test('but goes along with an archive that was moved there', async () => {
  const account = await withAccount({ mailboxes });
  const { account: before } = await archive(account);
  const folder = join(temporaryFolder(), 'moved');
  cpSync(account.folder, folder, { recursive: true });
  rmSync(account.folder, { recursive: true });
  const moved = await edit(account, { folder });
  expect(moved.lastRun?.verdict).toEqual(before.lastRun?.verdict);
  expect((await archive(account)).run.stored).toBe(0);
});

test('a run that ends after another folder was chosen says nothing of that one', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  const account = await withAccount({
    mailboxes,
    onCommand: async ({ name }) => {
      if (name === 'UID FETCH') await held;
      return 'default';
    },
  });
  const { call, until, accountId } = account;
  await call('runs.start', { accountId });
  await vi.waitFor(
    () => expect(account.server.commands.some(({ name }) => name === 'UID FETCH')).toBe(true),
    20_000,
  );
  await edit(account, { folder: join(temporaryFolder(), 'elsewhere') });
  release();
  expect((await until(accountId, ({ state }) => state === 'done')).stored).toBe(4);
  expect((await call('accounts.list', undefined))[0]).not.toHaveProperty('lastRun');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunState } from '../../../shared/contract.ts';
import { type ServedAccount, withAccount } from '../an-app.ts';

const letters = ['One', 'Two', 'Three'].map(
  subject => `Subject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\n${subject}.\r\n`,
);

/** Runs to the end, as the window starts it. */
async function run({ call, until, accountId }: ServedAccount, moved?: boolean): Promise<RunState> {
  const { startedAt } = await call('runs.start', { accountId, moved });
  return until(accountId, state => state.startedAt === startedAt && state.finishedAt !== undefined);
}

/** Another person's edit of the account's profile. */
async function rename({ call, accountId }: ServedAccount, user: string): Promise<void> {
  const [account] = await call('accounts.list', undefined);
  if (account === undefined) throw new Error('There is no account');
  const profile = { ...account.profile, user };
  await call('accounts.save', { id: accountId, profile, password: 'secret' });
}

function recorded({ folder }: ServedAccount): unknown {
  return JSON.parse(readFileSync(join(folder, '.mailstow', 'account.json'), 'utf8'));
}

test('an account with another user name: the run ends with the question and names both; the answer starts it', async () => {
  const account = await withAccount({
    mailboxes: [{ name: 'INBOX', messages: letters }],
    users: { user: 'secret', renamed: 'secret' },
  });
  expect(await run(account)).toMatchObject({ state: 'done', stored: 3 });
  await rename(account, 'renamed');
  const host = '127.0.0.1';
  expect(await run(account)).toMatchObject({
    state: 'failed',
    failure: {
      code: 'account-may-have-moved',
      args: { held: 'user', heldHost: host, user: 'renamed', host },
    },
  });
  expect(recorded(account)).toEqual({ user: 'user', host });
  expect(await run(account, true)).toMatchObject({ state: 'done', stored: 0 });
  expect(recorded(account)).toMatchObject({ user: 'renamed', former: [{ user: 'user', host }] });
  expect(await run(account)).toMatchObject({ state: 'done', stored: 0, warnings: [] });
});

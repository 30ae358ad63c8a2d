import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../electron/engine/report/parse-report.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import { scriptedAccount } from './test-account.ts';

const letter = (subject: string) => `Subject: ${subject}\r\n\r\nText.\r\n`;
const mailboxes = [
  { name: 'INBOX', messages: [letter('One'), letter('Two')] },
  { name: 'Work', messages: [letter('Three')] },
  { name: 'Later', messages: [letter('Four')] },
];

function kept(folder: string, name: string): CompletenessReport | undefined {
  const path = join(folder, '.mailstow', name);
  return existsSync(path) ? parseReport(readFileSync(path, 'utf8')) : undefined;
}

describe('the report that a run leaves', () => {
  test('is kept twice when everything is there', async () => {
    const account = await scriptedAccount({ mailboxes });
    const { stored } = await account.run({ mailboxes: 'all' });
    const last = kept(account.folder, 'certificate.json');
    expect(last).toMatchObject({ complete: true, stored, notReached: [], problems: [] });
    expect(last?.mailboxes.map(({ mailbox, archived }) => [mailbox, archived])).toEqual([
      ['INBOX', 2],
      ['Work', 1],
      ['Later', 1],
    ]);
    expect(kept(account.folder, 'certificate.last-good.json')).toEqual(last);
  });

  test('of one that was stopped says what is known and what was not finished', async () => {
    const account = await scriptedAccount({ mailboxes });
    account.onEvent = event => {
      if (event.event === 'mailbox' && event.mailbox === 'Work') account.stop();
    };
    await expect(account.run({ mailboxes: 'all' })).rejects.toMatchObject({ kind: 'stopped' });
    expect(kept(account.folder, 'certificate.json')).toMatchObject({
      complete: false,
      mailboxes: [{ mailbox: 'INBOX', archived: 2 }],
      notReached: ['Work', 'Later'],
      ended: { kind: 'stopped' },
    });
    expect(kept(account.folder, 'certificate.last-good.json')).toBeUndefined();
  });

  test('says what a person should know with its code, so that it can be said in any language', async () => {
    const account = await scriptedAccount({ mailboxes });
    const { warnings } = await account.run({ mailboxes: { exclude: ['Nope'] } });
    const said = {
      message: 'no mailbox matches "Nope"',
      code: 'pattern-unused',
      args: { pattern: 'Nope' },
    };
    expect(warnings).toEqual([said]);
    expect(kept(account.folder, 'certificate.json')?.warnings).toEqual([said]);
  });

  test('names a mailbox that failed', async () => {
    const account = await scriptedAccount({
      mailboxes,
      onCommand: ({ name, line }) =>
        name === 'EXAMINE' && line.includes('Work') ? { completion: 'NO not today' } : 'default',
    });
    await account.run({ mailboxes: 'all' });
    const last = kept(account.folder, 'certificate.json');
    expect(last).toMatchObject({ complete: false, notReached: [] });
    expect(last?.problems).toEqual([
      expect.objectContaining({ scope: 'mailbox', mailbox: 'Work', serverText: 'not today' }),
    ]);
    expect(last?.mailboxes.map(({ mailbox }) => mailbox)).toEqual(['INBOX', 'Later']);
  });

  test('counts what the server has and does not name', async () => {
    const account = await scriptedAccount({
      mailboxes: mailboxes.slice(0, 1),
      searchLimit: 1,
      beforeFetchResponse: ({ uid, items }) =>
        uid === 1 && items.length === 1 ? { skip: true } : undefined,
    });
    await account.run();
    expect(kept(account.folder, 'certificate.json')).toMatchObject({
      complete: false,
      mailboxes: [{ onServer: 2, unnamed: 1, selected: 1, archived: 1, missing: 0 }],
    });
  });

  test('is not left in a folder that no run has taken: a wrong password marks nothing', async () => {
    const account = await scriptedAccount({ mailboxes });
    const credentials = { user: 'user', password: 'wrong' };
    await expect(account.run({ credentials })).rejects.toMatchObject({ kind: 'login-refused' });
    expect(existsSync(join(account.folder, '.mailstow'))).toBe(false);
    await account.run();
    await expect(account.run({ credentials })).rejects.toMatchObject({ kind: 'login-refused' });
    expect(kept(account.folder, 'certificate.json')?.ended?.kind).toBe('login-refused');
    expect(kept(account.folder, 'certificate.last-good.json')?.complete).toBe(true);
  });
});

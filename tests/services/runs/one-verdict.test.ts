import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseReport } from '../../../electron/engine/report/parse-report.ts';
import { renderText } from '../../../electron/engine/report/render-text.ts';
import { cleanUpAfterEach, setUp } from '../../imapcl/scripted-account.ts';
import { mailstowAccount } from '../../mailstow/account.ts';
import type { MailboxOptions } from '../../servers/scripted/mailbox.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { withAccount } from '../an-app.ts';

/** Whatever became of an account's folders, everybody says the same of it. */
cleanUpAfterEach();

/** FETCH_EMAIL_FAILED. */
const failed = -2;

const letters = (count: number, mailbox: string) =>
  Array.from({ length: count }, (_, at) => `Subject: ${mailbox} ${at + 1}\r\n\r\nText.\r\n`);

/** Five messages in INBOX of which two have no name, two folders that read alike, junk, and a line that nobody can read. */
function awkward(): ServerOptions {
  const mailboxes: MailboxOptions[] = [
    { name: 'INBOX', messages: letters(5, 'Inbox') },
    { name: 'Entwürfe', messages: letters(1, 'First') },
    {
      name: 'Latin-1',
      rawName: Buffer.from('Entw\xfcrfe', 'latin1'),
      messages: letters(2, 'Second'),
    },
    { name: 'Spam', attributes: ['\\Junk'], messages: letters(150, 'Spam') },
  ];
  return {
    mailboxes,
    onCommand: ({ name }) =>
      name === 'LIST' ? { before: '* LIST (\\HasNoChildren "/" "Lost and found"\r\n' } : 'default',
    // The first two of INBOX are named neither by SEARCH nor by FETCH.
    searchLimit: 3,
    beforeFetchResponse: ({ mailbox, uid }) =>
      mailbox === 'INBOX' && uid < 3 ? { skip: true } : undefined,
  };
}

const verdict = {
  state: 'incomplete',
  mailboxes: 3,
  onServer: 8,
  unnamed: 2,
  selected: 6,
  archived: 6,
  missing: 0,
  failed: { mailboxes: 1 },
};

function reportIn(folder: string) {
  const json = readFileSync(join(folder, '.mailstow/certificate.json'), 'utf8');
  const report = parseReport(json);
  if (report === undefined) throw new Error('no report');
  return report;
}

test('the app: state, card and report', async () => {
  const { call, accountId, until, folder } = await withAccount(awkward(), { leftOut: ['Spam'] });
  await call('runs.start', { accountId });
  const state = await until(accountId, ({ finishedAt }) => finishedAt !== undefined);
  const leftOut = { mailboxes: 1, messages: 150, names: ['Spam'] };
  expect(state).toMatchObject({ state: 'done', problemCount: 1, verdict: { ...verdict, leftOut } });
  const [account] = await call('accounts.list', undefined);
  expect(account?.lastRun).toMatchObject({ complete: false, verdict: state.verdict });
  const report = reportIn(folder);
  expect(report).toMatchObject({ complete: false, verdict: { ...verdict, leftOut } });
  const total = report.mailboxes.reduce((sum, { onServer }) => sum + onServer, 0);
  const others = report.others.reduce((sum, { messages = 0 }) => sum + messages, 0);
  expect(total + others).toBe(5 + 1 + 2 + 150);
  const text = renderText(report);
  expect(text).toContain('INCOMPLETE');
  expect(text).toContain('150 messages in Spam were left out, as you chose.');
  expect(text).toContain('The server counts 2 messages more than it lists');
  expect(text).toContain('Mailstow can’t read what the server says about it');
  expect(text).toMatch(/Entwürfe~[0-9a-f]{4} /);
});

test('imapcl: exit code, words and report', async () => {
  const { run, place } = await setUp(awkward());
  const { code, stderr } = await run('--all-mailboxes');
  expect(code).toBe(failed);
  expect(stderr).toContain('Incomplete. ');
  expect(stderr).toContain('The server counts 2 messages more than it lists');
  expect(stderr).toContain('1 folder could not be archived.');
  expect(stderr).toContain('The server says: * LIST (\\HasNoChildren "/" "Lost and found"');
  expect(reportIn(place.out)).toMatchObject({
    complete: false,
    verdict: { ...verdict, mailboxes: 4, onServer: 158, selected: 156, archived: 156 },
  });
});

test('mailstow archive: exit code, words and report; junk is left out of a new archive', async () => {
  const { archive, place } = await mailstowAccount(awkward());
  const { code, stderr } = await archive();
  expect(code).toBe(failed);
  expect(stderr).toContain('Incomplete. ');
  expect(stderr).toContain('150 messages in Spam were left out, as you chose.');
  const leftOut = { mailboxes: 1, messages: 150, names: ['Spam'] };
  expect(reportIn(place.out)).toMatchObject({ verdict: { ...verdict, leftOut } });
  const withJunk = await archive('--with-junk');
  expect(withJunk.stderr).toContain('Spam: 150 on the server');
  // An archive that holds it goes on.
  expect((await archive()).stderr).toContain('Spam: 150 on the server');
});

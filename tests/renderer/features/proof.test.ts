// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { CallName, HistoryRow, ShownReport } from '../../../shared/contract.ts';
import { aVerdict } from '../a-verdict.ts';
import { anAccount } from '../an-account.ts';
import { Refused } from '../fake-bridge.ts';
import { openWindow } from './window.ts';

const day = 86_400_000;
const button = (name: string) => screen.getByRole('button', { name });
const accounts = [
  anAccount({ lastRun: { finishedAt: Date.now(), complete: true, messages: 100 } }),
];

function open(
  tab: 'report' | 'history' | 'check',
  answers: Partial<Record<CallName, () => unknown>>,
) {
  return openWindow({
    at: { at: 'account', accountId: 'one', tab },
    accounts,
    answers: {
      'archive.report': () => null,
      'archive.history': () => ({ total: 0, rows: [] }),
      ...answers,
    },
  });
}

function aRow(changes: Partial<Extract<HistoryRow, { what: 'run' }>> = {}): HistoryRow {
  const startedAt = Date.now() - 5_000;
  return {
    ...{ what: 'run', startedAt, finishedAt: startedAt + 3_000, state: 'complete' },
    ...{ stored: 0, bytes: 0, missing: 0, folders: 0 },
    ...changes,
  } as HistoryRow;
}

const rowTexts = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('cell')[0]?.textContent);

describe('the report on screen', () => {
  const report: ShownReport = {
    ...{ startedAt: 1, finishedAt: 2, user: 'anna', server: 'mail.example.org' },
    verdict: aVerdict({ state: 'incomplete', missing: 2, archived: 98 }),
    mailboxes: [
      { mailbox: 'Work', onServer: 50, archived: 48, missing: 2 },
      { mailbox: 'INBOX', onServer: 50, archived: 50, missing: 0 },
    ],
    others: [
      { mailbox: 'Spam', reason: 'left-out', messages: 9 },
      { mailbox: '', reason: 'nameless' },
    ],
    notReached: ['Later'],
    problems: [],
    problemCount: 0,
    warnings: [{ message: 'The server says hello' }],
    warningCount: 1,
  };

  test('has every folder of the account, and why one is not archived', async () => {
    const { services, user } = await open('report', { 'archive.report': () => report });
    const rows = await screen.findAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'FolderOn the serverSavedMissing',
      'Inbox50500',
      'Work50482',
      'Spam9Left out',
      '(no name)–Has no name',
      'Later–Not reached',
      'Total of archived folders100982',
    ]);
    screen.getByText(/2 messages are missing\./);
    await user.click(button('Print report'));
    expect(services.printed()).toBe(1);
  });

  test('that cannot be read says why, and can be asked for again', async () => {
    let isThere = false;
    const { user } = await open('report', {
      'archive.report': () => {
        if (!isThere) throw new Refused({ message: 'The disk is away.' });
        return report;
      },
    });
    await screen.findByText('The disk is away.');
    isThere = true;
    await user.click(button('Try again'));
    await screen.findByText('Spam');
  });

  test('of an account without one is said', async () => {
    await open('report', {});
    await screen.findByText('No report yet');
    expect(screen.queryByRole('button', { name: 'Print report' })).toBeNull();
  });
});

describe('the history on screen', () => {
  test('says in a line each what came of runs and checks', async () => {
    const check = { what: 'check', files: 7, bytes: 0, damaged: 0, withServer: false } as const;
    const at = { startedAt: Date.now() - 9_000, finishedAt: Date.now() - 1_000 };
    const failure = {
      ...({ kind: 'login-refused', scope: 'account', code: 'no-password-typed' } as const),
      ...{ message: 'English.', nextStep: '' },
    };
    await open('history', {
      'archive.history': () => ({
        total: 9,
        rows: [
          aRow({ stored: 12 }),
          aRow(),
          aRow({ state: 'incomplete', missing: 2, stored: 1 }),
          aRow({ state: 'incomplete', folders: 1 }),
          aRow({ state: 'stopped', stored: 3 }),
          aRow({ state: 'failed', failure }),
          { ...check, ...at, state: 'sound' },
          { ...check, ...at, state: 'damaged', damaged: 2 },
          { ...check, ...at, state: 'stopped' },
        ],
      }),
    });
    await screen.findByText('12 new messages');
    expect(rowTexts()).toEqual([
      '12 new messages',
      'Nothing new',
      '1 new message. 2 messages are missing.',
      '1 folder could not be archived.',
      'You stopped archiving. 3 new messages.',
      'You didn’t type a password.',
      'All 7 files are as they were saved.',
      '2 files are damaged or missing.',
      'You stopped the check.',
    ]);
  });

  test('of years is shown in part, then all of it without being drawn at once', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => {
      const startedAt = Date.now() - at * day;
      return aRow({ startedAt, finishedAt: startedAt });
    });
    const { user } = await open('history', { 'archive.history': () => ({ total: 4_100, rows }) });
    await screen.findByText(/^30 days archived/);
    expect(screen.getAllByRole('row').length).toBeLessThan(20);
    await user.click(button('Show all 4,000 entries'));
    await screen.findByText('100 older entries are not shown here');
    expect(screen.getAllByRole('row').length).toBeLessThan(200);
  });
});

describe('a check on screen', () => {
  const result = {
    ...{ files: 3, bytes: 300, ok: 1, unhashed: 0, missing: 1, altered: 1, lost: 1 },
    damage: [
      { mailbox: 'INBOX', path: 'INBOX/<b>one</b> [1].eml', what: 'missing', gone: true },
      { mailbox: 'INBOX', path: 'INBOX/two [2].eml', what: 'altered', gone: false },
    ],
    mends: true,
  } as const;

  test('that was made before a restart is still there, each file by its name', async () => {
    const lastCheck = { startedAt: 1, finishedAt: 2, state: 'damaged', result };
    await open('check', { 'archive.history': () => ({ total: 1, rows: [], lastCheck }) });
    await screen.findByText('2 files are damaged or missing.');
    const files = within(screen.getByRole('region', { name: 'Damaged and missing files' }));
    expect(files.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'INBOX/<b>one</b> [1].emlINBOX · Missing · no longer on the server',
      'INBOX/two [2].emlINBOX · Damaged',
    ]);
    screen.getByText(/1 of them is no longer on the server\./);
    button('Archive now');
  });

  test('that cannot begin says why', async () => {
    const { user } = await open('check', {
      'archive.check': () => {
        throw new Refused({ message: 'It is archived right now.' });
      },
    });
    await user.click(button('Check now'));
    await screen.findByText('It is archived right now.');
  });

  test('shows how far it is, and is stopped', async () => {
    const going = { accountId: 'one', state: 'reading' as const, startedAt: 1, files: 0, bytes: 0 };
    const { bridge, user } = await open('check', {
      'archive.check': () => going,
      'archive.stopCheck': () => undefined,
    });
    await user.click(button('Check now'));
    await screen.findByText('Reading every file…');
    bridge.emit('check.changed', { ...going, files: 5, bytes: 50, allFiles: 10, allBytes: 200 });
    await screen.findByText('5 of 10 files');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.25');
    await user.click(button('Stop'));
    expect(bridge.inputsOf('archive.stopCheck')).toEqual([{ accountId: 'one' }]);
    bridge.emit('check.changed', { ...going, state: 'stopped', finishedAt: 2 });
    await screen.findByText('You stopped the check.');
  });
});

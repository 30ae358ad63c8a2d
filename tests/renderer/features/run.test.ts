// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RunState, ShownFailure } from '../../../shared/contract.ts';
import { warningOf } from '../../../shared/i18n/warning-of.ts';
import { aChange, aRun } from '../../a-run.ts';
import { aVerdict } from '../a-verdict.ts';
import { anAccount } from '../an-account.ts';
import { Refused } from '../fake-bridge.ts';
import { foldOf, openWindow } from './window.ts';

const button = (name: string) => screen.getByRole('button', { name });
const rowOf = (name: RegExp) => within(screen.getByRole('row', { name }));
const shareOf = (bar: HTMLElement) => bar.getAttribute('aria-valuenow');
/** The one large number, and what it counts. */
const saved = () =>
  screen.getByRole('region', { name: 'Progress' }).querySelector('p')?.textContent;
/** The equation: each term with its number. */
const sum = () =>
  screen
    .getAllByRole('term')
    .map(term => `${term.nextElementSibling?.textContent} ${term.textContent}`);

const running: RunState = aRun({
  mailboxes: [
    {
      mailbox: 'INBOX',
      state: 'done',
      onServer: 40,
      stored: 40,
      storedBytes: 1,
      archived: 40,
      missing: 0,
    },
    {
      mailbox: 'Work',
      state: 'running',
      onServer: 60,
      toFetch: 20,
      stored: 10,
      storedBytes: 1,
      archived: 50,
      share: 0.5,
    },
    { mailbox: 'Sent', state: 'waiting', stored: 0, storedBytes: 0 },
  ],
  stored: 50,
  toFetch: 100,
  storedBytes: 5_000_000,
  received: 5_000_000,
  done: 90,
  messages: 180,
  bytes: 20_000_000,
  fraction: 0.5,
  secondsLeft: 100,
  speed: 0.5,
});
const done: RunState = { ...running, state: 'done', finishedAt: 1, mailboxes: [], speed: 0 };
const lost: ShownFailure = {
  kind: 'message-not-stored',
  scope: 'message',
  message: 'The server sends nothing for this message.',
  nextStep: 'Look at it in your mail program.',
  serverText: 'NO [SERVERBUG] internal error',
  mailbox: 'Work',
  uid: 1717,
};

function watching(run: RunState, more: Partial<Parameters<typeof openWindow>[0]> = {}) {
  const answers = {
    'runs.pause': () => undefined,
    'runs.resume': () => undefined,
    'runs.stop': () => undefined,
    ...more.answers,
  };
  return openWindow({
    at: { at: 'run', accountId: 'one' },
    accounts: [anAccount()],
    runs: [run],
    ...more,
    answers,
  });
}

describe('while it goes', () => {
  test('each folder says where it is, and the whole how far', async () => {
    await watching(running);
    expect(shareOf(screen.getByRole('progressbar', { name: /whole run/ }))).toBe('0.5');
    expect(saved()).toBe('90of 180 messages saved');
    const facts = ['10 MB of 20 MB', '50 new messages', '2 minutes left'];
    for (const fact of facts) screen.getByText(fact);
    rowOf(/^Inbox/).getAllByText('40');
    rowOf(/^Work/).getByText('Archiving');
    // What is on disk already counts while new mail is fetched.
    rowOf(/^Work/).getByText('50');
    expect(shareOf(rowOf(/^Work/).getByRole('progressbar'))).toBe('0.5');
    rowOf(/^Sent/).getByText('Waiting');
  });

  test('follows what the process tells, another account’s run left aside', async () => {
    const { bridge } = await watching(running);
    act(() =>
      bridge.emit('run.changed', aChange({ ...running, accountId: 'two', revision: 0, done: 1 })),
    );
    expect(saved()).toBe('90of 180 messages saved');
    act(() => bridge.emit('run.changed', aChange({ ...running, done: 120 })));
    expect(saved()).toBe('120of 180 messages saved');
  });

  test('is paused and goes on; what is to be pressed is what the process says it is', async () => {
    const { bridge, user } = await watching(running);
    await user.click(button('Pause'));
    expect(bridge.inputsOf('runs.pause')).toEqual([{ accountId: 'one' }]);
    // Not before it is so.
    button('Pause');
    act(() => bridge.emit('run.changed', aChange({ ...running, state: 'paused' })));
    expect(screen.getByRole('status').textContent).toBe('Paused');
    await user.click(button('Resume'));
    expect(bridge.inputsOf('runs.resume')).toEqual([{ accountId: 'one' }]);
  });

  test('is stopped after a question that can be left', async () => {
    const { bridge, user } = await watching(running);
    await user.click(button('Stop'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.inputsOf('runs.stop')).toEqual([]);
    await user.click(button('Stop'));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Stop' }));
    expect(bridge.inputsOf('runs.stop')).toEqual([{ accountId: 'one' }]);
    act(() => bridge.emit('run.changed', aChange({ ...running, state: 'stopping' })));
    expect(button('Stop')).toHaveProperty('disabled', true);
    expect(button('Pause')).toHaveProperty('disabled', true);
  });

  test('folders that are done with fold into one row, which opens', async () => {
    const finished = Array.from({ length: 6 }, (_, index) => ({
      ...{ mailbox: `Done ${index}`, state: 'done' as const, onServer: 10, archived: 10 },
      ...{ missing: 0, stored: 10, storedBytes: 1 },
    }));
    const [first] = finished;
    if (first === undefined) return;
    const lacking = { ...first, mailbox: 'Lacking', archived: 9, missing: 1 };
    const [, work, sent] = running.mailboxes;
    const mailboxes = [...finished, lacking, work ?? first, sent ?? first];
    const { user } = await watching({ ...running, mailboxes });
    const rows = () =>
      screen.getAllByRole('rowheader').map(({ textContent }) => textContent?.split(/ |A|W/)[0]);
    expect(rows()).toEqual(['6', 'Lacking', '', 'Sent', 'Total']);
    rowOf(/^6 folders finished/).getAllByText('60');
    expect(button('6 folders finished').getAttribute('aria-expanded')).toBe('false');
    await user.click(button('6 folders finished'));
    expect(button('6 folders finished').getAttribute('aria-expanded')).toBe('true');
    for (const { mailbox } of finished) rowOf(new RegExp(`^${mailbox}`));
  });

  test('a few folders that are done with stand each for itself', async () => {
    await watching(running);
    rowOf(/^Inbox/);
    expect(screen.queryByRole('button', { name: /finished/ })).toBeNull();
  });

  const until = new Date(2026, 0, 2, 14, 5).getTime();
  test.each([
    ['pause-asked', 'The server asks us to slow down. Continuing at 14:05.'],
    ['connection-lost', 'The connection was lost. Connecting again at 14:05.'],
  ] as const)(
    'what it waits for (%s) is said, with the engine’s words in the fold',
    async (...it) => {
      const [cause, sentence] = it;
      const waiting = { cause, reason: 'NO [THROTTLED] Later', until };
      await watching({ ...running, state: 'waiting', waiting });
      expect(() => foldOf(screen.getByText(sentence))).toThrow();
      const fold = foldOf(screen.getByText('NO [THROTTLED] Later'));
      expect(fold.textContent).toBe('Details');
      expect(fold.getAttribute('aria-expanded')).toBe('false');
    },
  );

  test('what it waits for is Czech in Czech', async () => {
    const waiting = { cause: 'connection-lost', reason: 'The connection was lost', until } as const;
    const info = { language: 'cs' };
    await watching({ ...running, state: 'waiting', waiting }, { info });
    screen.getByText('Spojení se přerušilo. Nové připojení v 14:05.');
  });

  test('a problem says where, what happened and what to do, and ends nothing', async () => {
    await watching({ ...running, problems: [lost], problemCount: 3 });
    screen.getByRole('heading', { name: '3 problems' });
    const item = screen.getByText(lost.message).closest('li');
    const problem = within(item ?? document.body);
    problem.getByText('In Work, message 1717');
    problem.getByText(lost.nextStep);
    expect(foldOf(problem.getByText(/SERVERBUG/)).getAttribute('aria-expanded')).toBe('false');
    screen.getByText('and 2 more, listed in the report');
    button('Pause');
  });

  test('what a person should know is German in German, but for what another version told', async () => {
    const warnings = [
      warningOf('files-lost', { args: { mailbox: 'INBOX', count: 1 } }),
      { message: 'Something new.', code: 'of-a-later-version', args: { count: 1 } },
    ];
    const info = { language: 'de' };
    await watching({ ...running, warnings, warningCount: 2 }, { info });
    const german = screen.getByText(
      'INBOX: 1 Datei wurde seit der letzten Archivierung gelöscht oder umbenannt; sie wurde neu heruntergeladen.',
    );
    expect(german.getAttribute('lang')).toBeNull();
    expect(screen.getByText('Something new.').getAttribute('lang')).toBe('en');
  });
});

describe('when it is over', () => {
  const proven = [
    {
      mailbox: 'INBOX',
      state: 'done',
      onServer: 40,
      stored: 0,
      storedBytes: 0,
      archived: 40,
      missing: 0,
    },
    {
      mailbox: 'Work',
      state: 'done',
      onServer: 60,
      stored: 0,
      storedBytes: 0,
      archived: 58,
      missing: 2,
    },
  ] as const;

  test('nothing missing: it says so, with the sums, and leads to the mail', async () => {
    const [inbox] = proven;
    const mailboxes = [inbox, { ...inbox, mailbox: 'Work' }];
    const { stores, user } = await watching(
      { ...done, mailboxes, stored: 0, verdict: aVerdict() },
      {
        answers: {
          'library.mailboxes': () => [],
          'library.messages': () => ({ total: 0, rows: [], conversations: false }),
        },
      },
    );
    const moment = within(screen.getByRole('status'));
    moment.getByText('100');
    moment.getByText('messages are safe');
    moment.getByText('Nothing is missing. No new messages.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(sum()).toEqual([
      '100 on the server',
      '100 safe in your archive',
      '0 left out, as you chose',
      '0 missing',
    ]);
    expect(rowOf(/^Total/).getAllByText('80')).toHaveLength(2);
    await user.click(button('Open library'));
    expect(stores.place.getState().place).toEqual({ at: 'library', accountId: 'one' });
  });

  test('something missing: how much, in which folder, why', async () => {
    const verdict = aVerdict({ state: 'incomplete', missing: 2, archived: 98 });
    const problems = [lost];
    await watching({ ...done, mailboxes: [...proven], problems, problemCount: 1, verdict });
    const alert = within(screen.getByRole('alert'));
    alert.getByText('Not everything is archived.');
    alert.getByText(/^2 messages are missing\./);
    rowOf(/^Work/).getByText('58');
    rowOf(/^Total/).getByText('98');
    expect(sum()).toEqual([
      '100 on the server',
      '98 safe in your archive',
      '0 left out, as you chose',
      '2 missing',
    ]);
    screen.getByText(lost.message);
  });

  test('ended early: why, and a provider that refused is a click away', async () => {
    const page = { provider: 'Yahoo', address: 'https://login.yahoo.com/account/security' };
    const failure = { ...lost, kind: 'login-refused', noteKey: 'yahoo', page } as const;
    await watching({ ...done, state: 'failed', failure });
    const alert = within(screen.getByRole('alert'));
    alert.getByText(/^Yahoo doesn’t accept your normal password/);
    expect(alert.getByRole('link', { name: 'Open Yahoo’s page' }).getAttribute('href')).toBe(
      page.address,
    );
    expect(screen.queryByRole('button', { name: 'Open library' })).toBeNull();
    button('Archive again');
  });

  test('stopped: a folder it did not come to the end of is not called done', async () => {
    const notReached = { mailboxes: 1, messages: 0, names: ['Sent'] };
    const verdict = aVerdict({ state: 'stopped', archived: 50, missing: 50, notReached });
    await watching({ ...running, state: 'stopped', finishedAt: 1, verdict });
    rowOf(/^Work/).getByText('Not finished');
    const alert = within(screen.getByRole('alert'));
    alert.getByText('You stopped archiving. 50 of 100 messages are saved.');
    alert.getByText(/^1 folder was not reached\./);
    expect(screen.queryAllByRole('term')).toEqual([]);
  });

  test('what was left out, what is kept and what a person should know is said', async () => {
    const leftOut = { mailboxes: 2, messages: 150, names: ['Spam', 'Trash'] };
    const kept = { mailboxes: 1, messages: 21, names: ['Old'] };
    const shared = { mailboxes: 7, messages: 3, names: ['a', 'b', 'c', 'd', 'e'] };
    const period = { oldest: Date.UTC(2026, 2, 1, 12), newest: Date.UTC(2026, 2, 9, 12) };
    const news = { stored: 12, bytes: 3_400_000, period };
    const verdict = aVerdict({ leftOut, kept, shared, ...news });
    const warnings = [{ message: 'The server says: maintenance tonight' }];
    await watching({ ...done, verdict, warnings, warningCount: 1 });
    const moment = within(screen.getByRole('status'));
    moment.getByText('100');
    moment.getByText(/^Nothing is missing\./);
    moment.getByText(
      /12 new messages \(3\.4 MB\) from 1 Mar 2026 to 9 Mar 2026, archived in 40 seconds\./,
    );
    moment.getByText(/150 messages in Spam and Trash were left out, as you chose\./);
    moment.getByText(/a, b, c, d, e and 2 more folders \(3 messages\)/);
    moment.getByText(/21 messages are kept from folders that are no longer on the server: Old\./);
    screen.getByText('1 thing to know');
    screen.getByText('The server says: maintenance tonight');
    expect(sum()).toEqual([
      '253 on the server',
      '100 safe in your archive',
      '153 left out, as you chose',
      '0 missing',
    ]);
  });

  test('the report is handed over, or it is said why not', async () => {
    let isThere = false;
    const { services, user } = await watching(
      { ...done, mailboxes: [...proven] },
      {
        answers: {
          'archive.saveReport': () => {
            if (!isThere) throw new Refused({ message: 'There is no report yet.' });
            return { saved: false, download: '/download/report' };
          },
        },
      },
    );
    await user.click(button('Save report'));
    await screen.findByText('There is no report yet.');
    isThere = true;
    await user.click(button('Save report'));
    expect(services.downloads).toEqual(['/download/report']);
    expect(screen.queryByText('There is no report yet.')).toBeNull();
  });

  test('the folder is opened where there is a desktop to open it on', async () => {
    const shown = { 'archive.showFolder': () => undefined };
    const { bridge, user } = await watching(done, { info: { host: 'desktop' }, answers: shown });
    await user.click(button('Show files'));
    expect(bridge.inputsOf('archive.showFolder')).toEqual([{ accountId: 'one' }]);
  });

  test('and nowhere else', async () => {
    await watching(done);
    expect(screen.queryByRole('button', { name: 'Show files' })).toBeNull();
  });

  test('a password that is not kept is asked for before it goes again', async () => {
    const { bridge, user } = await watching(done, {
      accounts: [anAccount({ hasPassword: false })],
      answers: { 'runs.start': () => running },
    });
    await user.click(button('Archive again'));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Archive now' })).toHaveProperty('disabled', true);
    await user.type(dialog.getByLabelText('Password'), 'secret{Enter}');
    await screen.findByRole('button', { name: 'Pause' });
    expect(bridge.inputsOf('runs.start')).toEqual([{ accountId: 'one', password: 'secret' }]);
  });

  test('a password that was refused is asked for again instead of being refused again', async () => {
    const failure = { ...lost, kind: 'login-refused' } as const;
    const { bridge, user } = await watching(
      { ...done, state: 'failed', failure },
      { answers: { 'runs.start': () => running } },
    );
    await user.click(button('Archive again'));
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    await user.type(screen.getByLabelText('Password'), 'another{Enter}');
    await screen.findByRole('button', { name: 'Pause' });
    expect(bridge.inputsOf('runs.start')).toEqual([{ accountId: 'one', password: 'another' }]);
  });

  const mayHaveMoved: ShownFailure = {
    kind: 'other-account',
    scope: 'run',
    code: 'account-may-have-moved',
    args: { folder: '/home/mail', held: 'a', heldHost: 'old.example.org', user: 'b', host: 'new' },
    message: 'In English.',
    nextStep: '',
  };
  const question =
    'This folder holds the mail of a on old.example.org. Is b on new the same mail, moved?';

  test('an account that may have moved: one question, and the answer starts the run again', async () => {
    const { bridge, user } = await watching(
      { ...done, state: 'failed', failure: mayHaveMoved },
      { answers: { 'runs.start': () => running } },
    );
    const dialog = within(screen.getByRole('dialog', { name: 'Has this account moved?' }));
    expect(dialog.getByText(question)).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Yes, it moved' }));
    await screen.findByRole('button', { name: 'Pause' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.inputsOf('runs.start')).toEqual([{ accountId: 'one', moved: true }]);
  });

  test('whoever leaves that question finds it on the page', async () => {
    const { bridge, user } = await watching(
      { ...done, state: 'failed', failure: mayHaveMoved },
      { answers: { 'runs.start': () => running } },
    );
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    expect(within(screen.getByRole('alert')).getByText(question)).toBeDefined();
    await user.click(button('Yes, it moved'));
    expect(bridge.inputsOf('runs.start')).toEqual([{ accountId: 'one', moved: true }]);
  });
});

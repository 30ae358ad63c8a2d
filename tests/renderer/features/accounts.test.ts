// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RunState, ShownFailure } from '../../../shared/contract.ts';
import { aChange, aRun } from '../../a-run.ts';
import { aVerdict } from '../a-verdict.ts';
import { anAccount } from '../an-account.ts';
import { gate, Refused } from '../fake-bridge.ts';
import { openWindow } from './window.ts';

const button = (name: string) => screen.getByRole('button', { name });
const at = { at: 'accounts' } as const;
const connecting = aRun({ state: 'connecting' });

describe('at first', () => {
  const guess = {
    server: { host: 'imap.example.org', port: 993, security: 'tls' },
    user: 'support@example.org',
  };

  test('an address is enough to begin, and is not asked for twice', async () => {
    const answers = { 'accounts.guess': () => guess };
    const { bridge, stores, user } = await openWindow({ at, answers });
    screen.getByRole('heading', { name: 'Keep your mail, whatever happens' });
    expect(button('Continue')).toHaveProperty('disabled', true);
    await user.type(screen.getByLabelText('Email address'), 'support@example.org{Enter}');
    expect(stores.place.getState().place).toEqual({ at: 'set-up' });
    await screen.findByRole('heading', { name: 'Sign in to the account you want to keep' });
    expect(screen.getByLabelText('Email address')).toHaveProperty('value', 'support@example.org');
    expect(bridge.inputsOf('accounts.guess')).toMatchObject([{ email: 'support@example.org' }]);
    await user.click(screen.getByText('Set up by hand'));
    expect(screen.getByLabelText('Server')).toHaveProperty('value', 'imap.example.org');
  });

  test('there is a way to learn how it works', async () => {
    const { stores, user } = await openWindow({ at });
    await user.click(button('How it works'));
    expect(stores.place.getState().place).toEqual({ at: 'help' });
  });
});

test('beside an account there is the way to another', async () => {
  const { stores, user } = await openWindow({ at, accounts: [anAccount()] });
  await user.click(button('Add an account'));
  expect(stores.place.getState().place).toEqual({ at: 'set-up' });
});

test('accounts that cannot be listed say why, and are listed again', async () => {
  let isThere = false;
  const { user } = await openWindow({
    at,
    answers: {
      'accounts.list': () => {
        if (!isThere) throw new Refused({ message: 'Your accounts cannot be read.' });
        return [anAccount()];
      },
    },
  });
  screen.getByText('Your accounts cannot be read.');
  expect(screen.queryByRole('heading', { name: /^Keep your mail/ })).toBeNull();
  isThere = true;
  await user.click(button('Try again'));
  await screen.findByText('accounts@example.org');
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('an account', () => {
  test('says how its last run ended', async () => {
    const finishedAt = Date.now() - 5 * 86_400_000;
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(finishedAt);
    await openWindow({
      at,
      accounts: [
        anAccount({
          lastRun: { finishedAt, complete: true, messages: 1_200 },
          lastComplete: { finishedAt, messages: 1_200 },
        }),
        anAccount({ id: 'two', lastRun: { finishedAt, complete: false, messages: 3 } }),
        anAccount({ id: 'three' }),
      ],
    });
    const cards = screen.getAllByRole('listitem', { name: 'accounts@example.org' });
    const said = cards.map(card => [
      within(card).getByRole('img').getAttribute('aria-label'),
      ...[...card.querySelectorAll('p')].map(({ textContent }) => textContent),
    ]);
    const kept = 'Saved in /home/mail';
    expect(said).toEqual([
      ['Safe', '1,200 messages are safe', '', `Archived ${day}${kept}`],
      [
        'Needs you',
        'Archiving did not finish',
        '3 messages are safe.',
        `Last attempt ${day}${kept}`,
      ],
      ['Never archived', 'Never archived', kept],
    ]);
  });

  test('says after a restart what the last attempt failed with, in the language of the window', async () => {
    const finishedAt = Date.now() - 86_400_000 * 3;
    const failure = {
      ...({ kind: 'login-refused', scope: 'account', code: 'login-refused' } as const),
      ...{ message: 'English.', nextStep: 'English.', args: { user: 'anna' } },
    };
    const verdict = aVerdict({ state: 'failed', selected: 0, archived: 0 });
    const lastRun = { finishedAt: Date.now(), complete: false, messages: 0, verdict, failure };
    const lastComplete = { finishedAt, messages: 12_406 };
    const { user } = await openWindow({
      at,
      accounts: [anAccount({ lastRun, lastComplete })],
      info: { language: 'de-DE' },
    });
    const card = screen.getByRole('listitem', { name: 'accounts@example.org' });
    expect(card.textContent).not.toContain('English');
    const said = within(card);
    said.getByText('Die Archivierung wurde nicht abgeschlossen');
    said.getByText(/^Der Server hat .* abgelehnt\..* 12\.406 Nachrichten sind gesichert\.$/);
    said.getByText(/^Archiviert: \d/);
    said.getByText(/^Letzter Versuch: heute/);
    // The password is asked for, because the server refused the one that is kept.
    await user.click(said.getByRole('button', { name: 'Jetzt archivieren' }));
    await screen.findByRole('dialog');
  });

  test('whose archive was counted shows its size and its years', async () => {
    const years = [
      { year: 2019, messages: 40 },
      { year: 2024, messages: 60 },
    ];
    const stock = { bytes: 3_400_000, years };
    const lastRun = { finishedAt: 0, complete: true, messages: 100, stock };
    await openWindow({ at, accounts: [anAccount({ lastRun })] });
    screen.getByText('3.4 MB');
    screen.getByText('2019–2024');
    screen.getByRole('img', { name: 'Messages by year, 2019 to 2024' });
  });

  test('is archived with one click, which leads to the run once it goes', async () => {
    const { opened, open } = gate<RunState>();
    const { stores, user } = await openWindow({
      at,
      accounts: [anAccount()],
      answers: { 'runs.start': () => opened },
    });
    await user.click(button('Archive now'));
    expect(stores.place.getState().place).toEqual(at);
    await act(async () => open(connecting));
    expect(screen.getByRole('status').textContent).toBe('Connecting…');
    expect(stores.place.getState().place).toEqual({ at: 'run', accountId: 'one' });
  });

  test('whose run does not start says why, beside it', async () => {
    const { stores, user } = await openWindow({
      at,
      accounts: [anAccount()],
      answers: {
        'runs.start': () => {
          throw new Refused({ message: 'The folder is in use.' });
        },
      },
    });
    await user.click(button('Archive now'));
    await screen.findByText('The folder is in use.');
    expect(stores.place.getState().place).toEqual(at);
  });

  test('whose password is not kept is asked for it; thinking better of it starts nothing', async () => {
    const { bridge, user } = await openWindow({
      at,
      accounts: [anAccount({ hasPassword: false })],
    });
    await user.click(button('Archive now'));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('Password'), 'secret');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    await user.click(button('Archive now'));
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
  });

  test('that is being archived shows how far it is', async () => {
    const { bridge } = await openWindow({ at, accounts: [anAccount()], runs: [connecting] });
    expect(screen.queryByRole('button', { name: 'Archive now' })).toBeNull();
    act(() =>
      bridge.emit('run.changed', aChange({ ...connecting, state: 'paused', fraction: 0.25 })),
    );
    screen.getByText('Paused');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.25');
    screen.getByRole('img', { name: 'Working' });
    button('Show progress');
  });

  test('that is being archived is paused and goes on from its card', async () => {
    const answers = { 'runs.pause': () => undefined, 'runs.resume': () => undefined };
    const { bridge, user } = await openWindow({
      ...{ at, answers, accounts: [anAccount()], runs: [connecting] },
    });
    await user.click(button('Pause'));
    expect(bridge.inputsOf('runs.pause')).toEqual([{ accountId: 'one' }]);
    act(() => bridge.emit('run.changed', aChange({ ...connecting, state: 'paused' })));
    await user.click(button('Resume'));
    expect(bridge.inputsOf('runs.resume')).toEqual([{ accountId: 'one' }]);
  });
});

describe('behind the three dots', () => {
  async function withMenu(options: Omit<Parameters<typeof openWindow>[0], 'at'>) {
    const opened = await openWindow({ at, accounts: [anAccount()], ...options });
    await opened.user.click(button('More for accounts@example.org'));
    return opened;
  }
  const item = (name: string) => screen.findByRole('menuitem', { name });
  const names = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

  test('there is what the account has, and no more', async () => {
    await withMenu({});
    await item('Remove account…');
    expect(names()).toEqual([
      'Edit account…',
      'Folders on the server',
      'Server details…',
      'Remove account…',
    ]);
  });

  test('a run, its report and its files are a click away', async () => {
    const lastRun = { finishedAt: 0, complete: true, messages: 1 };
    const { bridge, stores, user } = await withMenu({
      accounts: [anAccount({ lastRun })],
      runs: [aRun({ state: 'done', finishedAt: 1 })],
      info: { host: 'desktop' },
      answers: {
        'archive.showFolder': () => undefined,
        'archive.report': () => null,
        'archive.history': () => ({ total: 0, rows: [] }),
      },
    });
    await item('Last run');
    expect(names()).toEqual([
      'Last run',
      'Report',
      'History',
      'Check archive',
      'Numbers',
      'Edit account…',
      'Folders on the server',
      'Server details…',
      'Show files',
      'Remove account…',
    ]);
    await user.click(await item('Show files'));
    expect(bridge.inputsOf('archive.showFolder')).toEqual([{ accountId: 'one' }]);
    await user.click(button('More for accounts@example.org'));
    await user.click(await item('History'));
    const tab = { at: 'account', accountId: 'one', tab: 'history' };
    expect(stores.place.getState().place).toEqual(tab);
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Accounts' }));
    await user.click(button('More for accounts@example.org'));
    await user.click(await item('Last run'));
    expect(stores.place.getState().place).toEqual({ at: 'run', accountId: 'one' });
  });

  test('an account is forgotten only after a question, which says that the archive stays', async () => {
    const { bridge, user } = await withMenu({ answers: { 'accounts.remove': () => undefined } });
    await user.click(await item('Remove account…'));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText(/archive in \/home\/mail is not touched/);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputsOf('accounts.remove')).toEqual([]);
    await user.click(button('More for accounts@example.org'));
    await user.click(await item('Remove account…'));
    await user.click(await screen.findByRole('button', { name: 'Remove account' }));
    await screen.findByRole('heading', { name: 'Keep your mail, whatever happens' });
    expect(bridge.inputsOf('accounts.remove')).toEqual([{ accountId: 'one' }]);
    await screen.findByText('accounts@example.org was removed. Its archive is still there.');
  });

  test('one that is forgotten leaves the keyboard within the page', async () => {
    const other = anAccount({ id: 'two' });
    const { user } = await openWindow({
      ...{ at, accounts: [anAccount(), other], answers: { 'accounts.remove': () => undefined } },
    });
    const [more] = screen.getAllByRole('button', { name: 'More for accounts@example.org' });
    if (more === undefined) throw new Error('There is no menu.');
    await user.click(more);
    await user.click(await item('Remove account…'));
    await user.click(await screen.findByRole('button', { name: 'Remove account' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() =>
      expect(screen.getByRole('main').contains(document.activeElement)).toBe(true),
    );
  });

  test('an account that cannot be forgotten stays, with the reason', async () => {
    const { user } = await withMenu({
      answers: {
        'accounts.remove': () => {
          throw new Refused({ message: 'It is being archived.' });
        },
      },
    });
    await user.click(await item('Remove account…'));
    await user.click(await screen.findByRole('button', { name: 'Remove account' }));
    await screen.findByText('It is being archived.');
    screen.getByRole('heading', { name: 'accounts@example.org' });
  });
});

describe('an account that is kept up with its mail', () => {
  const failure = (kind: ShownFailure['kind']) =>
    ({ kind, scope: 'account', message: 'No.', nextStep: 'Do.' }) as const;
  const { profile } = anAccount();
  const kept = anAccount({ profile: { ...profile, keepUp: true } });

  test.each([
    [{ state: 'connecting' }, 'Connecting to watch for new mail…'],
    [{ state: 'watching', by: 'idle' }, 'Up to date. New mail is saved as it arrives.'],
    [{ state: 'saving', messages: 2 }, 'Saving 2 new messages…'],
    [{ state: 'away', failure: failure('connection') }, /^Waiting for the network or the server/],
    [{ state: 'away', failure: failure('folder-in-use') }, /^Something else is using the archive/],
    [{ state: 'away', failure: failure('unknown-response') }, /^The server asked for a pause/],
    [{ state: 'failed', failure: failure('sign-in-needed') }, /sign in again\.$/],
    [{ state: 'failed', failure: failure('stopped') }, /because you stopped archiving/],
    [{ state: 'failed', failure: failure('disk-full') }, 'New mail is not being saved.'],
  ] as const)('says how: %j', async (state, words) => {
    const { bridge } = await openWindow({ at, accounts: [kept] });
    act(() => bridge.emit('watch.changed', { accountId: kept.id, ...state }));
    expect(screen.getByText(words).getAttribute('role')).toBe('status');
    // What the person has to do stands below it, once.
    const isAlert = state.state === 'failed' && state.failure.kind !== 'stopped';
    expect(document.querySelectorAll('.failure')).toHaveLength(isAlert ? 1 : 0);
    act(() => bridge.emit('watch.changed', { accountId: kept.id, state: 'off' }));
    expect(screen.queryByText(words)).toBeNull();
  });

  test('what was missed while the window was away is asked for', async () => {
    const answers = { 'watches.list': () => [{ accountId: kept.id, state: 'watching' }] };
    const { stores } = await openWindow({ at, accounts: [kept], answers });
    await act(() => stores.watches.getState().load());
    screen.getByText('Up to date. New mail is saved as it arrives.');
  });
});

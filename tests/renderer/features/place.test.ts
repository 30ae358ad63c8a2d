// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Output } from '../../../shared/contract.ts';
import { aRun } from '../../a-run.ts';
import { anAccount } from '../an-account.ts';
import { Refused } from '../fake-bridge.ts';
import { openWindow } from './window.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const at = { at: 'accounts' } as const;
const account = anAccount({ storedIn: '/home/mail' });
const found = { folder: '/disk/mail', messages: 12, archivedAt: 1_700_000_000_000 };
const located = anAccount({ profile: { ...account.profile, folder: found.folder } });

function missing(answers = {}, more: Partial<Parameters<typeof openWindow>[0]> = {}) {
  const away = {
    'archive.whereabouts': () => ({ state: 'missing' }),
    'archive.find': () => [],
    'accounts.locate': () => located,
  };
  return openWindow({ at, accounts: [account], answers: { ...away, ...answers }, ...more });
}

describe('an archive that is not where it was', () => {
  test('is said on the card, with the button that mends it, and no way into an empty library', async () => {
    await missing();
    await screen.findByText('The archive isn’t where it was');
    screen.getByText(/It was in \/home\/mail\./);
    button('Find archive…');
    expect(screen.queryByRole('button', { name: 'Open library' })).toBeNull();
  });

  test('what was found is offered, and used', async () => {
    const { bridge, user } = await missing({ 'archive.find': () => [found] });
    await user.click(await screen.findByRole('button', { name: 'Find archive…' }));
    await screen.findByText('/disk/mail');
    bridge.handlers['archive.whereabouts'] = () => ({ state: 'there' });
    await user.click(button('Use this folder'));
    expect(bridge.inputsOf('accounts.locate')).toEqual([
      { accountId: account.id, folder: '/disk/mail' },
    ]);
    await screen.findByText(/Nothing has to be downloaded again/);
    await waitFor(() => expect(screen.queryByText('The archive isn’t where it was')).toBeNull());
  });

  test('of several that were found the person takes one', async () => {
    const copy = { folder: '/copy/mail' };
    const { bridge, user } = await missing({ 'archive.find': () => [found, copy] });
    await user.click(await screen.findByRole('button', { name: 'Find archive…' }));
    await user.click(await screen.findByRole('radio', { name: /\/copy\/mail/ }));
    await user.click(button('Use this folder'));
    expect(bridge.inputsOf('accounts.locate')).toEqual([
      { accountId: account.id, folder: '/copy/mail' },
    ]);
  });

  test('a folder that is not it says why, and the question stays', async () => {
    const { user } = await missing({
      'folders.browse': () => ({ path: '/home', parent: null, folders: [] }),
      'accounts.locate': () => {
        throw new Refused({ message: 'No Mailstow archive was found in /home.' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Find archive…' }));
    await user.click(button('Choose folder…'));
    await user.click(await screen.findByRole('button', { name: 'Use this folder' }));
    await screen.findByText('No Mailstow archive was found in /home.');
    screen.getByRole('heading', { name: 'Where is it now?' });
  });

  test('a run that finds it gone asks at once', async () => {
    const { user } = await openWindow({
      at,
      accounts: [account],
      answers: {
        'archive.find': () => [],
        'runs.start': () => {
          throw new Refused({ code: 'archive-folder-missing' });
        },
      },
    });
    await user.click(button('Archive now'));
    await screen.findByRole('heading', { name: 'Where is it now?' });
  });

  test('its disk is waited for; archiving begins when it is there', async () => {
    const { bridge, stores, user } = await missing({
      'runs.start': () => aRun({ accountId: account.id, state: 'connecting' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Find archive…' }));
    await user.click(button('Wait until the disk is connected'));
    await screen.findByText(/Mailstow is waiting for the disk/);
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    bridge.handlers['archive.whereabouts'] = () => ({ state: 'there' });
    stores.whereabouts.getState().lookAgain();
    await vi.waitFor(() =>
      expect(bridge.inputsOf('runs.start')).toEqual([{ accountId: account.id }]),
    );
  });

  test('a new one says its cost, and asks for a password that is not known', async () => {
    const stock = { bytes: 6_200_000_000, years: [] };
    const lastRun = { finishedAt: 0, complete: true, messages: 24_318, stock };
    const { bridge, user } = await missing(
      { 'runs.start': () => aRun({ accountId: account.id }) },
      { accounts: [{ ...account, lastRun, hasPassword: false }] },
    );
    await user.click(await screen.findByRole('button', { name: 'Find archive…' }));
    screen.getByText('downloads 6.2 GB');
    await user.click(button(/^Start a new archive…/));
    const question = within(screen.getByRole('dialog'));
    question.getByText(/download everything again and save it in \/home\/mail/);
    question.getByText('24,318 messages');
    await user.click(button('Download everything again'));
    await user.type(await screen.findByLabelText('Password'), 'secret{Enter}');
    expect(bridge.inputsOf('runs.start')).toEqual([
      { accountId: account.id, password: 'secret', anew: true },
    ]);
  });

  test('a disk that does not answer is said, and tried again', async () => {
    const { bridge, user } = await missing({ 'archive.whereabouts': () => ({ state: 'silent' }) });
    await screen.findByText('The disk doesn’t respond');
    bridge.handlers['archive.whereabouts'] = () => ({ state: 'there' });
    await user.click(button('Try again'));
    await screen.findByRole('button', { name: 'Archive now' });
  });

  test('the library asks for it too', async () => {
    const { user } = await missing(
      {
        'library.mailboxes': () => [],
        'library.messages': () => {
          throw new Refused({ code: 'archive-folder-missing', message: 'It is gone.' });
        },
      },
      { at: { at: 'library' } },
    );
    await user.click(await screen.findByRole('button', { name: 'Find archive…' }));
    screen.getByRole('heading', { name: 'Where is it now?' });
  });
});

describe('an archive without its account', () => {
  const opened = {
    id: 'two',
    folder: '/disk/archive',
    account: { user: 'jana@example.org', host: 'imap.example.org' },
    stock: { bytes: 2_000, years: [{ year: 2004, messages: 3 }] },
  };

  async function withArchive(answers = {}) {
    const test = await openWindow({ at, answers: { 'archives.list': () => [opened], ...answers } });
    await test.stores.archives.getState().load();
    return test;
  }

  test('is shown with what is in it', async () => {
    await withArchive();
    await screen.findByText(
      'Opened archive of jana@example.org on imap.example.org. No new mail is added.',
    );
    screen.getByText('3 messages');
    screen.getByText('2 kB');
  });

  test('its account is set up again with what it says', async () => {
    const { stores, user } = await withArchive();
    await user.click(await screen.findByRole('button', { name: 'More for jana@example.org' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Set up its account again' }));
    expect(stores.place.getState().place).toEqual({ at: 'set-up' });
    expect(stores.setup.getState().draft).toMatchObject({
      email: 'jana@example.org',
      user: 'jana@example.org',
      server: { host: 'imap.example.org', port: 993 },
      folder: '/disk/archive',
    });
  });

  test('is opened from the first page, and a folder that holds none is told', async () => {
    let folder = '/home';
    const { stores, user } = await openWindow({
      at,
      answers: {
        'folders.browse': () => ({ path: folder, parent: null, folders: [] }),
        'archives.open': () => {
          if (folder === '/home') throw new Refused({ message: 'No archive there.' });
          return { accountId: 'two' };
        },
        'library.mailboxes': () => [],
        'library.messages': () => ({ total: 0, rows: [], conversations: false }),
      },
    });
    const open = async () => {
      await user.click(button('Open an existing archive…'));
      await user.click(await screen.findByRole('button', { name: 'Use this folder' }));
    };
    await open();
    await screen.findByText('No archive there.');
    folder = '/disk';
    await open();
    expect(stores.place.getState().place).toEqual({ at: 'library', accountId: 'two' });
  });
});

describe('the folder that is chosen says what it holds', () => {
  const identity = { user: 'jana', host: 'imap.example.org' };

  async function choosing(seen: Output<'folders.look'>) {
    const server = { host: 'imap.example.org', port: 993, security: 'tls' } as const;
    const opened = await openWindow({
      at: { at: 'set-up' },
      answers: { 'folders.propose': () => null, 'folders.look': () => seen },
    });
    const { change, goTo } = opened.stores.setup.getState();
    change({ email: 'jana@example.org', user: 'jana', server, folder: '/mail' });
    goTo('where');
    await screen.findByRole('heading', { name: 'Choose where to keep it' });
    await waitFor(() => expect(opened.bridge.inputsOf('folders.look')).toHaveLength(1));
    return opened;
  }

  const own = { whose: 'own', account: identity, isOfLaterVersion: false } as const;
  const goesOn: [string, Output<'folders.look'>, RegExp][] = [
    ['nothing', { free: 9e9 }, /Free/],
    ['its own', { free: 9e9, holds: own }, /already contains this account’s archive/],
    ['12 of its own', { free: 1, holds: { ...own, messages: 12 } }, /has 12 messages of this/],
    [
      'nobody’s',
      { free: 9e9, holds: { whose: 'unknown', isOfLaterVersion: false } },
      /doesn’t say/,
    ],
  ];
  test.each(goesOn)('%s: goes on', async (_what, seen, words) => {
    const { bridge } = await choosing(seen);
    expect(bridge.inputsOf('folders.look')).toEqual([{ path: '/mail', account: identity }]);
    await screen.findByText(words);
    await waitFor(() => expect(button('Continue')).toHaveProperty('disabled', false));
  });

  const other = { user: 'eve', host: 'mail.example' };
  const refused: [string, Output<'folders.look'>, RegExp][] = [
    [
      'another’s',
      { free: 9e9, holds: { ...own, whose: 'other', account: other } },
      /of eve on mail/,
    ],
    [
      'a later version’s',
      { free: 9e9, holds: { ...own, isOfLaterVersion: true } },
      /newer version/,
    ],
    ['what it may not write to', { free: 9e9, readOnly: true }, /can’t write to this folder/],
  ];
  test.each(refused)('%s: refused there', async (_what, seen, words) => {
    await choosing(seen);
    await screen.findByText(words);
    expect(button('Continue')).toHaveProperty('disabled', true);
  });
});

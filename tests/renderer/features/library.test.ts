// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Attachment, Input, Message, MessageRow } from '../../../shared/contract.ts';
import { anAccount } from '../an-account.ts';
import { gate, Refused } from '../fake-bridge.ts';
import { choose, openWindow } from './window.ts';

// There is no layout here: a list that is to show rows needs a height.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const rows: MessageRow[] = ['Invoice 4711', 'Minutes of the meeting', ''].map((subject, index) => ({
  accountId: 'one',
  id: index + 1,
  mailbox: 'INBOX',
  sender: 'Accounts Team',
  recipients: 'Anna',
  subject,
  date: Date.UTC(2024, 2, index + 1),
  size: 2_000,
  attachments: index === 0 ? 1 : 0,
  unread: index === 1,
  headersOnly: false,
}));
const viewer: Attachment = {
  index: 0,
  name: 'viewer.exe',
  type: 'application/octet-stream',
  size: 5_000,
  dangerous: true,
  openable: false,
};
const message: Message = {
  id: 1,
  from: 'Accounts Team <accounts@example.org>',
  to: 'support@example.org',
  cc: '',
  subject: 'Invoice 4711',
  date: Date.UTC(2024, 2, 1),
  headers: [{ name: 'X-Number', value: '4711' }],
  text: 'Please find it enclosed.',
  // Nobody serves pages here: a frame that asked for one would be complained of.
  page: 'about:blank',
  blockedRemote: 0,
  upgradedRemote: 0,
  attachments: [],
  path: '/home/mail/INBOX/1.eml',
};

const listed = (some: readonly MessageRow[], total = some.length) => ({
  total,
  rows: some,
  conversations: false,
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const option = (name: RegExp) => screen.findByRole('option', { name });

function reading(answers = {}, more: Partial<Parameters<typeof openWindow>[0]> = {}) {
  return openWindow({
    at: { at: 'library', accountId: 'one' },
    accounts: [anAccount()],
    ...more,
    answers: {
      'library.mailboxes': () => [
        { name: 'Work', messages: 2, unread: 0 },
        { name: 'INBOX', messages: 3, unread: 1 },
      ],
      'library.messages': () => listed(rows),
      'library.message': () => message,
      ...answers,
    },
  });
}

type Query = Input<'library.messages'>;
const lastQuery = ({ bridge }: Awaited<ReturnType<typeof reading>>) =>
  bridge.inputsOf('library.messages').at(-1) as Query;

describe('the list', () => {
  test.each([
    ['archive', /^A newer version of Mailstow made this archive\. You can read it/],
    ['list', /^A newer version of Mailstow keeps the list of this archive\./],
  ])('says that a later version made the %s', async (madeByLater, words) => {
    await reading({ 'library.later': () => ({ madeByLater }) });
    await screen.findByText(words);
    await option(/Invoice 4711/);
  });

  test('shows who, about what, its first words, and what is unread', async () => {
    await reading({
      'library.previews': ({ ids }: Input<'library.previews'>) =>
        ids.map(id => ({ id, text: `The words of ${id}.` })),
    });
    const first = within(await option(/Invoice 4711/));
    first.getByText('Accounts Team');
    first.getByText('1 attachment');
    expect(first.queryByText('2 kB')).toBeNull();
    await first.findByText('The words of 1.');
    within(await option(/Minutes/)).getByText('unread');
    await option(/\(no subject\)/);
    const list = within(screen.getByRole('listbox'));
    expect(list.getAllByRole('option')).toHaveLength(3);
  });

  test('has the inbox first, and each folder leads to what is in it', async () => {
    const opened = await reading();
    await option(/Invoice/);
    const folders = within(screen.getByRole('tree', { name: 'Folders' }));
    const items = folders.getAllByRole('treeitem');
    expect(items.map(item => item.textContent)).toEqual([
      'All messages5',
      'Inbox3, 1 unread',
      'Work2',
    ]);
    expect(items.map(item => item.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
      'false',
    ]);
    await opened.user.click(folders.getByRole('treeitem', { name: /^Work/ }));
    expect(lastQuery(opened)).toMatchObject({ mailbox: 'Work', offset: 0 });
    screen.getByRole('heading', { name: 'Work' });
  });

  test('is sorted by what is chosen, and turned round', async () => {
    const opened = await reading();
    await option(/Invoice/);
    expect(lastQuery(opened)).toMatchObject({ sort: 'date', descending: true });
    await choose(opened.user, 'Sort by', 'Size');
    const { descending } = lastQuery(opened);
    expect(lastQuery(opened).sort).toBe('size');
    await opened.user.click(button('Reverse order'));
    expect(lastQuery(opened)).toMatchObject({ sort: 'size', descending: !descending });
  });

  test('has columns where it is wide, and each puts it in order', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
    const opened = await reading();
    await option(/Invoice/);
    const columns = within(screen.getByRole('group', { name: 'Columns' }));
    await opened.user.click(columns.getByRole('button', { name: 'Sort by Sender' }));
    expect(lastQuery(opened)).toMatchObject({ sort: 'sender', descending: false });
    const sender = columns.getByRole('button', { name: 'Sort by Sender' });
    expect(sender.getAttribute('aria-pressed')).toBe('true');
    within(await option(/Invoice/)).getByText('2 kB');
  });

  test('says whom mail was written to where it is the person’s own', async () => {
    const sent = rows.map(row => ({ ...row, mailbox: 'Work/Odeslaná pošta' }));
    await reading({ 'library.messages': () => listed(sent) });
    within(await option(/Invoice/)).getByText('To Anna');
  });

  test('has a row for each conversation, and the open one follows', async () => {
    const together = rows.slice(0, 2);
    const opened = await reading({
      'library.messages': ({ conversations = false }: Query) => ({
        ...listed(conversations ? rows.slice(1) : rows),
        conversations,
      }),
      'library.previews': ({ ids, conversations }: Input<'library.previews'>) =>
        ids.map(id => ({ id, text: '', ...(conversations ? { count: id === 2 ? 2 : 1 } : {}) })),
      'library.conversation': () => together,
      'settings.set': (part: object) => ({
        ...opened.stores.settings.getState().settings,
        ...part,
      }),
    });
    await option(/Invoice/);
    await opened.user.click(button('Conversations'));
    const row = await option(/Minutes/);
    expect(lastQuery(opened)).toMatchObject({ conversations: true, sort: 'date' });
    await within(row).findByText('2 messages in this conversation');
    await opened.user.click(row);
    const parts = within(await screen.findByRole('listbox', { name: 'Conversation' }));
    await opened.user.click(parts.getByRole('option', { name: /Accounts Team.*1 Mar/ }));
    expect(opened.bridge.inputsOf('library.message').at(-1)).toMatchObject({ messageId: 1 });
    expect((await option(/Minutes/)).getAttribute('aria-selected')).toBe('true');
  });

  test('says that it is loading, then that nothing is there', async () => {
    const { opened, open } = gate<ReturnType<typeof listed>>();
    await reading({ 'library.messages': () => opened, 'library.mailboxes': () => [] });
    expect(screen.getByRole('status').textContent).toBe('One moment…');
    expect(screen.queryByText('Nothing archived yet')).toBeNull();
    await act(async () => open({ total: 0, rows: [], conversations: false }));
    screen.getByText('Nothing archived yet');
  });

  test('says why it cannot be read, and is read again', async () => {
    let isThere = false;
    const { user } = await reading({
      'library.messages': () => {
        if (!isThere) throw new Refused({ message: 'The disk is not connected.' });
        return listed(rows);
      },
    });
    await screen.findByText('The disk is not connected.');
    isThere = true;
    await user.click(button('Try again'));
    await option(/Invoice/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('grows while a run goes on', async () => {
    let total = 1;
    const { bridge } = await reading({
      'library.messages': () => listed(rows.slice(0, total)),
    });
    await option(/Invoice/);
    total = 3;
    await act(async () => bridge.emit('library.changed', { accountId: 'one', messages: 3 }));
    await option(/Minutes/);
  });

  test('is walked through with the keyboard', async () => {
    const { bridge, user } = await reading();
    await option(/Invoice/);
    screen.getByRole('listbox', { name: 'Messages' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect((await option(/Minutes/)).getAttribute('aria-selected')).toBe('true');
    expect(bridge.inputsOf('library.message')).toMatchObject([{ messageId: 1 }, { messageId: 2 }]);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  test('without any account there is a way to the first', async () => {
    const { stores, user } = await reading({}, { accounts: [] });
    await user.click(button('Set up an account'));
    expect(stores.place.getState().place).toEqual({ at: 'set-up' });
  });
});

describe('the folders', () => {
  test('say how deep they lie', async () => {
    await reading({
      'library.mailboxes': () => [
        { name: 'Work', messages: 2, unread: 0 },
        { name: 'Work/2024', messages: 2, unread: 0 },
        { name: 'Trash', messages: 1, unread: 0 },
      ],
    });
    await screen.findByRole('treeitem', { name: /^Trash/ });
    const items = screen.getAllByRole('treeitem');
    expect(items.map(item => item.getAttribute('aria-level'))).toEqual(['1', '1', '2', '1']);
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'All messages5',
      'Work2',
      '20242',
      'Trash1',
    ]);
  });

  test('of two accounts are walked through with the keyboard, there and back', async () => {
    const accounts = [anAccount(), anAccount({ id: 'two' })];
    const { stores, user } = await reading({}, { accounts });
    await option(/Invoice/);
    const tree = screen.getByRole('tree', { name: 'Folders' });
    const levels = () =>
      within(tree)
        .getAllByRole('treeitem')
        .map(item => item.getAttribute('aria-level'));
    expect(levels()).toEqual(['1', '1', '2', '2', '1']);
    tree.focus();
    // Inbox, Work, then the other account.
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(stores.library.getState().mailbox).toBe('Work');
    await user.keyboard('{ArrowDown}');
    expect(stores.place.getState().place).toEqual({ at: 'library', accountId: 'two' });
    await waitFor(() => expect(stores.library.getState().accountId).toBe('two'));
    await user.keyboard('{ArrowUp}');
    expect(stores.place.getState().place).toEqual({ at: 'library', accountId: 'one' });
    await waitFor(() => expect(stores.library.getState().accountId).toBe('one'));
    // Above the first of all there is nothing.
    await user.keyboard('{ArrowUp}{Home}');
    expect(stores.library.getState()).toMatchObject({ accountId: 'one', mailbox: undefined });
    expect(document.activeElement).toBe(tree);
  });
});

describe('all accounts', () => {
  const accounts = [
    anAccount({ storedIn: '/home/mail' }),
    anAccount({ id: 'two', storedIn: '/home/other' }),
  ].map(account => {
    const email = `${account.id}@example.org`;
    return { ...account, profile: { ...account.profile, email } };
  });
  const ofBoth = rows.map((row, index) => (index === 1 ? { ...row, accountId: 'two' } : row));
  const answers = {
    'library.messages': ({ accountId }: Query) => listed(accountId === undefined ? ofBoth : rows),
    'library.previews': ({ accountId, ids }: Input<'library.previews'>) =>
      ids.map(id => ({ id, text: `The words of ${id} in ${accountId}.` })),
  };
  const tree = () => within(screen.getByRole('tree', { name: 'Folders' }));

  test('are one list by date, whose rows say whose they are', async () => {
    const opened = await reading(answers, { accounts });
    await option(/Invoice/);
    expect(screen.queryByText('two@example.org', { selector: '.message-row *' })).toBeNull();
    await opened.user.click(tree().getByRole('treeitem', { name: 'All accounts' }));
    screen.getByRole('heading', { name: 'All accounts' });
    await waitFor(() => expect(lastQuery(opened)).not.toHaveProperty('accountId'));
    expect(lastQuery(opened)).toMatchObject({ sort: 'date', descending: true });
    const row = within(await option(/Minutes.*two@example\.org/));
    await row.findByText('The words of 2 in two.');
    await option(/Invoice.*one@example\.org/);
    expect(screen.queryByRole('button', { name: /Sort by$/ })).toBeNull();
    await opened.user.click(button('Reverse order'));
    expect(lastQuery(opened)).toMatchObject({ sort: 'date', descending: false });
    await opened.user.click(await option(/Minutes/));
    expect(opened.bridge.inputsOf('library.message')).toMatchObject([{ accountId: 'two' }]);
    await opened.user.click(button('Previous message'));
    expect(opened.bridge.inputsOf('library.message').at(-1)).toMatchObject({ accountId: 'one' });
  });

  test('are selected and saved together', async () => {
    const opened = await reading(
      { ...answers, 'exports.start': () => ({}) },
      { accounts, at: { at: 'library', accountId: 'all-accounts' } },
    );
    await option(/Minutes/);
    screen.getByRole('listbox', { name: 'Messages' }).focus();
    const save = async () => {
      await opened.user.click(button(/^Save \d messages/));
      await opened.user.click(await screen.findByRole('menuitem', { name: /ZIP/ }));
      return opened.bridge.inputsOf('exports.start').at(-1);
    };
    await opened.user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    expect(await save()).toMatchObject({
      chosen: {
        messages: [
          { accountId: 'one', ids: [1] },
          { accountId: 'two', ids: [2] },
        ],
      },
    });
    screen.getByRole('listbox', { name: 'Messages' }).focus();
    await opened.user.keyboard('{Control>}a{/Control}');
    expect(await save()).toEqual({ chosen: { which: 'folder', without: [] }, as: 'zip' });
  });

  test('say which of them are not there', async () => {
    const leftOut = [{ accountId: 'two', reason: 'away' }];
    await reading(
      { ...answers, 'library.messages': () => ({ ...listed(rows), leftOut }) },
      { accounts, at: { at: 'library', accountId: 'all-accounts' } },
    );
    await screen.findByText(/^The archive of two@example\.org cannot be reached/);
  });

  test('are not offered where there is an archive of one alone', async () => {
    const [first] = accounts;
    const opened = await reading(answers, {
      accounts: first === undefined ? [] : [first, anAccount({ id: 'new' })],
      at: { at: 'library', accountId: 'all-accounts' },
    });
    await option(/Invoice/);
    expect(lastQuery(opened)).toMatchObject({ accountId: 'one' });
    expect(tree().queryByRole('treeitem', { name: 'All accounts' })).toBeNull();
  });
});

describe('a message', () => {
  async function opened(changes: Partial<Message>, answers = {}, info = {}) {
    const shown = await reading(
      { 'library.message': () => ({ ...message, ...changes }), ...answers },
      { info },
    );
    await shown.user.click(await option(/Invoice/));
    await screen.findByRole('tablist');
    return shown;
  }

  test('is shown in a frame that may do nothing, and as text, headers and source', async () => {
    const { bridge, user } = await opened(
      {},
      { 'library.source': () => ({ text: 'From: accounts@example.org', cut: true }) },
    );
    const frame = screen.getByTitle('Message');
    expect(frame.getAttribute('src')).toBe(message.page);
    expect(frame.getAttribute('sandbox')).not.toMatch(/allow-(scripts|same-origin|forms)/);
    await user.click(screen.getByRole('tab', { name: 'Text' }));
    screen.getByText('Please find it enclosed.');
    await user.click(screen.getByRole('tab', { name: 'Headers' }));
    screen.getByText('X-Number');
    expect(bridge.inputsOf('library.source')).toEqual([]);
    await user.click(screen.getByRole('tab', { name: 'Source' }));
    await screen.findByText('From: accounts@example.org');
    screen.getByText(/Only the beginning is shown/);
  });

  test('loads nothing from elsewhere until it is allowed for this message', async () => {
    const { bridge, user } = await opened(
      {},
      {
        'library.message': ({ remote }: Input<'library.message'>) => ({
          ...message,
          blockedRemote: remote ? 0 : 2,
          upgradedRemote: remote ? 1 : 0,
        }),
      },
    );
    screen.getByText(/^2 remote images are blocked/);
    await user.click(button('Load images'));
    expect(screen.queryByText(/pictures from elsewhere/)).toBeNull();
    screen.getByText(/^1 image has an unencrypted address .* stays empty/);
    await user.click(await option(/Minutes/));
    await screen.findByText(/^2 remote images are blocked/);
    const asked = bridge
      .inputsOf('library.message')
      .map(each => (each as { remote: boolean }).remote);
    expect(asked).toEqual([false, true, false]);
  });

  test('that could only be read in part says so in words', async () => {
    await opened({ note: 'encrypted' });
    screen.getByText(/^This message is encrypted\. Open it/);
  });

  test('and in Czech in a Czech window', async () => {
    await opened({ note: 'malformed' }, {}, { language: 'cs' });
    screen.getByText(/^Tato zpráva je poškozená\./);
  });

  test('a dangerous attachment is saved only after a warning', async () => {
    const { bridge, services, user } = await opened(
      { attachments: [viewer] },
      { 'library.saveAttachment': () => ({ saved: false, download: '/download/viewer' }) },
    );
    await user.click(button('Save viewer.exe'));
    const warning = within(screen.getByRole('dialog', { name: 'Save “viewer.exe”?' }));
    await user.click(warning.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputsOf('library.saveAttachment')).toEqual([]);
    await user.click(button('Save viewer.exe'));
    await user.click(button('Save anyway'));
    expect(bridge.inputsOf('library.saveAttachment')).toMatchObject([{ messageId: 1, index: 0 }]);
    expect(services.downloads).toEqual(['/download/viewer']);
  });

  test('a harmless one is opened at once where there is a desktop', async () => {
    const notes = { ...viewer, name: 'notes.txt', dangerous: false, openable: true };
    const answers = { 'library.openAttachment': () => undefined };
    const { bridge, user } = await opened({ attachments: [notes] }, answers, { host: 'desktop' });
    await user.click(button('Open notes.txt'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.inputsOf('library.openAttachment')).toMatchObject([{ index: 0 }]);
  });

  test('what may not be opened can only be kept', async () => {
    const drawing = { ...viewer, index: 1, name: 'drawing.dwg', dangerous: false };
    await opened({ attachments: [viewer, drawing] }, {}, { host: 'desktop' });
    for (const { name } of [viewer, drawing]) button(`Save ${name}`);
    expect(screen.queryByRole('button', { name: /^Open / })).toBeNull();
  });

  test('leads to the one before and the one after it', async () => {
    const { bridge, user } = await opened({});
    const asked = () =>
      bridge.inputsOf('library.message').map(each => (each as { messageId: number }).messageId);
    expect(button('Previous message')).toHaveProperty('disabled', true);
    await user.click(button('Next message'));
    await user.click(button('Next message'));
    expect(asked()).toEqual([1, 2, 3]);
    expect(button('Next message')).toHaveProperty('disabled', true);
    await user.click(button('Previous message'));
    expect(asked()).toEqual([1, 2, 3, 2]);
    expect((await option(/Minutes/)).getAttribute('aria-selected')).toBe('true');
  });

  test('is left by Escape for the list', async () => {
    const { user } = await opened({});
    const list = screen.getByRole('listbox', { name: 'Messages' });
    list.focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('article'));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(list);
    await user.click(button('Back to list'));
    expect(document.activeElement).toBe(list);
  });

  test('is still there when Escape leaves a question about it', async () => {
    const { user } = await opened({ attachments: [viewer] });
    await user.click(button('Save viewer.exe'));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(button('Save viewer.exe')));
  });

  test('that is no longer there says so', async () => {
    const { user } = await reading({
      'library.message': () => {
        throw new Refused({ message: 'This message is no longer in the archive.' });
      },
    });
    await user.click(await option(/Invoice/));
    await screen.findByText('This message is no longer in the archive.');
  });
});

// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  AccountIndex,
  Attachment,
  FoundRow,
  Input,
  Message,
  SearchAnswer,
} from '../../../shared/contract.ts';
import { print } from '../../../shared/search/print.ts';
import { anAccount } from '../an-account.ts';
import { Refused } from '../fake-bridge.ts';
import { openWindow } from './window.ts';

type Asked = Input<'library.search'>;

// There is no layout here: a list that is to show rows needs a height.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'scrollIntoView').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const found: FoundRow[] = ['The vineyard', 'Prices'].map((subject, index) => ({
  ...{ id: 1, accountId: index === 0 ? 'one' : 'two', mailbox: 'INBOX', sender: 'Élodie Martin' },
  recipients: 'Anna',
  ...{ subject, date: Date.UTC(2024, 2, 1), size: 2_000, attachments: index, unread: false },
  ...{ flagged: false, headersOnly: false },
  snippet:
    index === 0
      ? { text: '…the old vineyard…', marks: [[9, 17]] }
      : { text: '…in the vineyard…', marks: [[8, 16]], attachment: 'Prices.pdf' },
}));
const prices: Attachment = {
  ...{ index: 0, name: 'Prices of the vineyard.pdf', type: 'application/pdf', size: 5_000 },
  ...{ dangerous: false, openable: false },
};
const message: Message = {
  ...{ id: 1, from: 'Élodie Martin <elodie@example.org>', to: 'anna@example.org', cc: '' },
  ...{ subject: 'The vineyard', date: Date.UTC(2024, 2, 1), headers: [], attachments: [prices] },
  text: 'The vineyard.\nAnd the vineyards.',
  ...{ blockedRemote: 0, upgradedRemote: 0, path: '/home/mail/INBOX/1.eml' },
};

function answer(part: Partial<SearchAnswer> = {}): SearchAnswer {
  const searched = { done: 10, of: 10 };
  const whole = { total: 2, atLeast: false, goesOn: false, rows: found, searched };
  return { ...whole, unreadable: 0, leftOut: [], ...part };
}

async function searching(answers = {}, more: Partial<Parameters<typeof openWindow>[0]> = {}) {
  const opened = await openWindow({
    at: { at: 'library', accountId: 'one' },
    accounts: [anAccount(), anAccount({ id: 'two' })],
    ...more,
    answers: {
      'library.mailboxes': () => [{ name: 'INBOX', messages: 3, unread: 1 }],
      'library.messages': () => ({ total: 0, rows: [], conversations: false }),
      'library.search': () => answer(),
      'library.message': () => message,
      'library.matchesInside': () => [{ index: 0, count: 2 }],
      ...answers,
    },
  });
  const questions = () =>
    (opened.bridge.inputsOf('library.search') as Asked[]).map(({ query }) => print(query));
  return { ...opened, questions };
}

const field = () => screen.getByRole('searchbox', { name: 'Search mail and attachments' });
const marksIn = (element: HTMLElement) =>
  [...element.querySelectorAll('mark')].map(mark => mark.textContent);

describe('the field', () => {
  test('is found by / and by the key for finding', async () => {
    const { user } = await searching();
    await user.keyboard('/');
    expect(document.activeElement).toBe(field());
    await user.keyboard('a/b');
    expect(field()).toHaveProperty('value', 'a/b');
    screen.getByRole('tree').focus();
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(field());
  });

  test('shows what narrows as chips in the language of the window', async () => {
    const { user, questions } = await searching({}, { info: { language: 'de' } });
    const input = screen.getByRole('searchbox', { name: 'E-Mails und Anhänge durchsuchen' });
    await user.type(input, 'from:elodie before:2024-03 larger:5MB has:attachment wein');
    const rows = screen.getAllByRole('row').map(row => row.textContent);
    expect(rows).toEqual(['Von: elodie', 'Vor März 2024', 'Über 5 MB', 'Mit Anhang']);
    await waitFor(() =>
      expect(questions().at(-1)).toBe('from:elodie before:2024-03 larger:5MB has:attachment wein'),
    );
    await user.click(within(screen.getByRole('row', { name: 'Mit Anhang' })).getByRole('button'));
    await user.click(input);
    await user.keyboard('{Home}{Backspace}');
    await waitFor(() => expect(questions().at(-1)).toBe('from:elodie before:2024-03 wein'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('row')).toBeNull();
    expect(input).toHaveProperty('value', '');
  });

  test('offers ways to narrow', async () => {
    const { user, questions } = await searching();
    await user.type(field(), 'vineyard');
    const offers = await screen.findByRole('toolbar', { name: 'Narrow down' });
    await user.click(within(offers).getByRole('button', { name: 'Has attachments' }));
    await waitFor(() => expect(questions().at(-1)).toBe('has:attachment vineyard'));
    expect(document.activeElement).toBe(field());
  });
});

describe('what was found', () => {
  test('is marked, and says in which file it is', async () => {
    const { user } = await searching();
    await user.type(field(), 'vineyard elodie');
    // The answers to shorter words come first.
    await vi.waitFor(() => {
      const [first] = screen.getAllByRole('option');
      expect(marksIn(first as HTMLElement)).toEqual(['Élodie', 'vineyard', 'vineyard']);
    });
    const [, second] = screen.getAllByRole('option');
    expect(second?.textContent).toContain('In Prices.pdf: …in the vineyard…');
    screen.getByRole('heading', { name: '2 messages' });
  });

  test('is counted up to a bound, and says what was not searched', async () => {
    const leftOut = [
      { accountId: 'one', reason: 'off' as const },
      { accountId: 'two', reason: 'away' as const },
    ];
    const told = { total: 1_000, atLeast: true, unreadable: 3, leftOut };
    const searched = { done: 12_000, of: 80_000 };
    const { bridge, user } = await searching({
      'library.search': () => answer({ ...told, searched }),
      'search.switch': () => undefined,
    });
    await user.type(field(), 'vineyard');
    await screen.findByRole('heading', { name: 'More than 1,000 messages' });
    screen.getByText('12,000 of 80,000 messages are searched so far.');
    screen.getByText('3 attachments could not be read.');
    screen.getByText(/^Search is off for /);
    screen.getByText(/^The archive of .* is not where it was/);
    await user.click(screen.getByRole('button', { name: 'Turn on' }));
    expect(bridge.inputsOf('search.switch')).toEqual([{ accountId: 'one', on: true }]);
  });

  test('is opened in its own account, with its matches', async () => {
    const { bridge, user } = await searching();
    await user.type(field(), 'vineyard');
    await user.click((await screen.findAllByRole('option'))[1] as HTMLElement);
    await screen.findByText('Match 1 of 2');
    expect(bridge.inputsOf('library.message')).toMatchObject([
      { accountId: 'two', messageId: 1, query: [[{ text: 'vineyard' }]] },
    ]);
    expect(marksIn(screen.getByRole('tabpanel'))).toEqual(['vineyard', 'vineyards']);
    screen.getByText('2 matches');
    await user.keyboard('{F3}');
    screen.getByText('Match 2 of 2');
    await user.keyboard('{Control>}g{/Control}');
    screen.getByText('Match 1 of 2');
    await user.keyboard('{Shift>}{F3}{/Shift}');
    screen.getByText('Match 2 of 2');
    await user.click(screen.getByRole('button', { name: 'Find messages from elodie@example.org' }));
    screen.getByRole('row', { name: 'From: elodie@example.org' });
    expect(field()).toHaveProperty('value', '');
  });

  test('is nothing: what would find more', async () => {
    const { user } = await searching({
      'library.search': ({ query }: Asked) =>
        print(query).includes('zebra') ? answer({ total: 0, rows: [] }) : answer(),
    });
    await user.type(field(), 'vineyard zebra');
    await screen.findByText('Nothing found');
    await user.click(await screen.findByRole('button', { name: 'Without zebra: 2 messages' }));
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(field()).toHaveProperty('value', 'vineyard');
  });

  test('is asked for on the servers too, once the person wants it', async () => {
    const told = { one: { notArchived: 2 }, two: { notArchived: 0 } };
    const { user, bridge } = await searching({
      'mailboxes.search': ({ accountId }: Input<'mailboxes.search'>) =>
        told[accountId as keyof typeof told],
      'runs.start': () => {
        throw new Refused({ message: 'Not now.' });
      },
    });
    await user.type(field(), 'vineyard has:attachment');
    await user.click(await screen.findByRole('button', { name: 'Look on the server too' }));
    await screen.findByText('accounts@example.org: 2 more on the server.');
    screen.getByText('accounts@example.org: Everything found on the server is in the archive.');
    screen.getByText('The server can’t search for Has attachments, so there may be fewer.');
    const asked = bridge.inputsOf('mailboxes.search') as Input<'mailboxes.search'>[];
    expect(asked.map(({ query }) => print(query))).toEqual(['vineyard', 'vineyard']);
    await user.click(screen.getByRole('button', { name: 'Archive all new mail' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Not now.');
    await user.type(field(), ' harvest');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('is left for a folder', async () => {
    const { user } = await searching();
    await user.type(field(), 'vineyard');
    await screen.findAllByRole('option');
    await user.click(screen.getByRole('treeitem', { name: /^Inbox/ }));
    expect(field()).toHaveProperty('value', '');
    screen.getByRole('heading', { name: 'Inbox' });
  });

  test('has a list of the attachments that could not be read', async () => {
    const unread = {
      ...{ accountId: 'two', messageId: 7, sender: 'Anna', subject: 'Contract', date: 0 },
      ...{ name: 'contract.pdf', type: 'application/pdf', size: 9_000, reason: 'encrypted' },
    };
    const { bridge, user } = await searching({
      'library.search': () => answer({ unreadable: 600 }),
      'library.unreadable': () => ({ total: 600, rows: [unread] }),
    });
    await user.type(field(), 'vineyard');
    await user.click(await screen.findByRole('button', { name: 'Show list' }));
    const list = await screen.findByRole('dialog', { name: 'Attachments that could not be read' });
    within(list).getByText('Only the newest is listed.');
    await user.click(within(list).getByRole('button', { name: /contract.pdf.*Protected/ }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.inputsOf('library.message')).toMatchObject([{ accountId: 'two', messageId: 7 }]);
  });
});

describe('the index of an account', () => {
  const index: AccountIndex = {
    ...{ accountId: 'one', on: true, bytes: 12_000_000, done: 20, of: 20, attachments: 0 },
    state: 'ready',
  };

  test('is switched off and deleted in the settings', async () => {
    const { bridge, user } = await searching(
      {
        'search.state': () => [index, { ...index, accountId: 'two', state: 'indexing', done: 5 }],
        'search.switch': () => undefined,
        'search.delete': () => undefined,
      },
      { at: { at: 'settings' } },
    );
    await screen.findByText('Ready · 12 MB');
    screen.getByText('5 of 20 messages · 12 MB');
    const [first] = screen.getAllByRole('switch', { name: /^Search in / });
    await user.click(first as HTMLElement);
    expect(bridge.inputsOf('search.switch')).toEqual([{ accountId: 'one', on: false }]);
    const [remove] = screen.getAllByRole('button', { name: /^Delete the search index of/ });
    await user.click(remove as HTMLElement);
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Delete index' }));
    expect(bridge.inputsOf('search.delete')).toEqual([{ accountId: 'one' }]);
    bridge.emit('search.changed', { ...index, on: false, state: 'off', bytes: 0 });
    await screen.findByText('Off');
  });
});

import { describe, expect, test, vi } from 'vitest';
import { allAccounts, createLibraryStore, pageSize } from '../../../renderer/store/library.ts';
import type { Input, MessageRow } from '../../../shared/contract.ts';
import { FakeBridge, gate, Refused } from '../fake-bridge.ts';

type Query = Input<'library.messages'>;

const row = (id: number): MessageRow => ({
  accountId: 'one',
  id,
  mailbox: 'INBOX',
  sender: 'Accounts Team',
  recipients: 'Anna',
  subject: `Message ${id}`,
  date: id,
  size: 1,
  attachments: 0,
  unread: false,
  headersOnly: false,
});

function answer({ offset, limit, conversations = false }: Query, total = 1_000) {
  const length = Math.max(0, Math.min(limit, total - offset));
  return { total, conversations, rows: Array.from({ length }, (_, index) => row(offset + index)) };
}

function library(messages: (query: Query) => unknown = query => answer(query)) {
  const bridge = new FakeBridge({
    'library.messages': messages,
    'library.later': () => ({}),
    'library.mailboxes': () => [{ name: 'INBOX', messages: 1_000, unread: 2 }],
  });
  return { bridge, store: createLibraryStore(bridge) };
}

describe('pages', () => {
  test('the first is there after opening, another once it is needed, each asked for once', async () => {
    const { bridge, store } = library();
    await store.getState().open('one');
    expect(store.getState()).toMatchObject({ status: 'ready', total: 1_000 });
    expect(store.getState().rowAt(0)?.id).toBe(0);
    expect(store.getState().rowAt(pageSize)).toBeUndefined();
    store.getState().need(pageSize - 5, pageSize + 5);
    store.getState().need(pageSize - 4, pageSize + 6);
    await vi.waitFor(() => expect(store.getState().rowAt(pageSize)?.id).toBe(pageSize));
    expect(bridge.inputsOf('library.messages')).toHaveLength(2);
  });

  test('only so many are kept, and what is to be seen is never dropped', async () => {
    const { store } = library(query => answer(query, 100_000));
    await store.getState().open('one');
    for (let page = 1; page < 100; page += 1) {
      store.getState().need(page * pageSize, page * pageSize);
      await vi.waitFor(() => expect(store.getState().rowAt(page * pageSize)).toBeDefined(), {
        interval: 1,
      });
    }
    expect(store.getState().pages.size).toBeLessThanOrEqual(61);
    expect(store.getState().rowAt(99 * pageSize)).toBeDefined();
  });
});

describe('coming back', () => {
  test('shows at once what was there, until the answer comes', async () => {
    const slow = gate<unknown>();
    let asked = 0;
    const { store } = library(query => {
      asked += 1;
      return asked === 1 ? answer(query, 5) : slow.opened;
    });
    await store.getState().open('one');
    const again = store.getState().open('one');
    expect(store.getState()).toMatchObject({ status: 'ready', total: 5 });
    expect(store.getState().rowAt(0)?.id).toBe(0);
    await vi.waitFor(() => expect(asked).toBe(2));
    slow.open(answer({ offset: 0, limit: 7 } as Query, 7));
    await again;
    expect(store.getState().total).toBe(7);
  });

  test('to what could not be read begins anew', async () => {
    let isThere = false;
    const { store } = library(query => {
      if (!isThere) throw new Refused({ message: 'The disk is not connected.' });
      return answer(query, 5);
    });
    await store.getState().open('one');
    expect(store.getState().status).toBe('failed');
    isThere = true;
    const again = store.getState().open('one');
    expect(store.getState().status).toBe('loading');
    await again;
    expect(store.getState()).toMatchObject({ status: 'ready', total: 5 });
  });
});

describe('what was asked again meanwhile', () => {
  test('an older answer that comes last changes nothing', async () => {
    const slow = gate<unknown>();
    let asked = 0;
    const { store } = library(query => {
      asked += 1;
      return asked === 1 ? slow.opened : answer(query, 7);
    });
    const opened = store.getState().open('one');
    await vi.waitFor(() => expect(asked).toBe(1));
    await store.getState().refresh();
    slow.open(answer({ offset: 0, limit: 5 } as Query, 0));
    await opened;
    expect(store.getState()).toMatchObject({ status: 'ready', total: 7 });
  });
});

describe('another question', () => {
  test('an answer to the one before comes too late', async () => {
    const slow = gate<unknown>();
    const { store } = library(query => (query.mailbox === 'Slow' ? slow.opened : answer(query, 7)));
    await store.getState().open('one');
    const late = store.getState().chooseMailbox('Slow');
    await store.getState().chooseMailbox('Fast');
    slow.open(answer({ offset: 0, limit: 5 } as Query, 5));
    await late;
    expect(store.getState()).toMatchObject({ mailbox: 'Fast', total: 7 });
  });

  test('sorting by the same key turns the order round; names begin with A', async () => {
    const { bridge, store } = library();
    await store.getState().open('one');
    await store.getState().sortBy('date');
    await store.getState().sortBy('sender');
    const orders = (bridge.inputsOf('library.messages') as Query[]).map(
      ({ sort, descending }) => `${sort} ${descending}`,
    );
    expect(orders).toEqual(['date true', 'date false', 'sender false']);
  });

  test('another account begins with all its folders', async () => {
    const { bridge, store } = library();
    await store.getState().open('one');
    await store.getState().chooseMailbox('Work');
    await store.getState().open('two');
    const last = bridge.inputsOf('library.messages').at(-1) as Query;
    expect(last).toMatchObject({ accountId: 'two' });
    expect(last.mailbox).toBeUndefined();
  });
});

describe('while a run stores messages', () => {
  test('the list follows, asking again once at most while an answer is on its way', async () => {
    let total = 10;
    const slow = gate<void>();
    const { bridge, store } = library(async query => {
      if (total > 10) await slow.opened;
      return answer(query, total);
    });
    await store.getState().open('one');
    total = 25;
    for (let i = 0; i < 20; i += 1)
      bridge.emit('library.changed', { accountId: 'one', messages: i });
    slow.open();
    await vi.waitFor(() => expect(store.getState().total).toBe(25));
    await vi.waitFor(() => expect(bridge.inputsOf('library.messages')).toHaveLength(3));
  });

  test('what happens in another account is no news here', async () => {
    const { bridge, store } = library();
    await store.getState().open('one');
    bridge.emit('library.changed', { accountId: 'two', messages: 5 });
    expect(bridge.inputsOf('library.messages')).toHaveLength(1);
  });
});

describe('all accounts', () => {
  test('are one list by date, without folders or conversations of theirs', async () => {
    const leftOut = [{ accountId: 'three', reason: 'away' }];
    const { bridge, store } = library(query => {
      return { ...answer(query), ...(query.accountId === undefined && { leftOut }) };
    });
    await store.getState().group(true);
    await store.getState().open('one');
    await store.getState().sortBy('date');
    await store.getState().open(allAccounts);
    expect(bridge.inputsOf('library.messages').at(-1)).toEqual({
      ...{ sort: 'date', descending: true, offset: 0, limit: pageSize, conversations: false },
    });
    expect(store.getState()).toMatchObject({ grouping: 'none', mailboxes: [], leftOut });
    expect(bridge.inputsOf('library.mailboxes')).toEqual([{ accountId: 'one' }]);
    await store.getState().open('two');
    expect(bridge.inputsOf('library.messages').at(-1)).toMatchObject({ conversations: true });
    expect(store.getState()).toMatchObject({ grouping: 'conversations', leftOut: [] });
  });

  test('are grouped once one account is opened again, where that was asked for meanwhile', async () => {
    const { bridge, store } = library();
    await store.getState().open(allAccounts);
    await store.getState().group(true);
    expect(bridge.inputsOf('library.messages')).toHaveLength(1);
    await store.getState().open('one');
    expect(bridge.inputsOf('library.messages').at(-1)).toMatchObject({ conversations: true });
  });

  test('follow what happens in any account', async () => {
    let total = 5;
    const { bridge, store } = library(query => answer(query, total));
    await store.getState().open(allAccounts);
    total = 6;
    bridge.emit('library.changed', { accountId: 'two', messages: 6 });
    await vi.waitFor(() => expect(store.getState().total).toBe(6));
    total = 7;
    bridge.emit('accounts.changed', []);
    await vi.waitFor(() => expect(store.getState().total).toBe(7));
  });
});

test('a failure is said, and trying again mends it', async () => {
  let broken = true;
  const { store } = library(query => {
    if (broken) throw new Refused({ message: 'The index is damaged.' });
    return answer(query);
  });
  await store.getState().open('one');
  expect(store.getState()).toMatchObject({ status: 'failed' });
  broken = false;
  await store.getState().refresh();
  expect(store.getState()).toMatchObject({ status: 'ready', failure: undefined, total: 1_000 });
});

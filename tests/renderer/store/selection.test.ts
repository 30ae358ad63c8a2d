import { expect, test } from 'vitest';
import { chosenOf, countOf, createSelectionStore } from '../../../renderer/store/selection.ts';
import { type Input, mostPicked } from '../../../shared/contract.ts';
import { FakeBridge } from '../fake-bridge.ts';

const ref = (messageId: number, accountId = 'a') => ({ accountId, messageId });
const question = { which: 'folder', accountId: 'a', mailbox: 'INBOX' } as const;

test('what is picked one by one is named, by account; all of a list is its question and what is left out', () => {
  const store = createSelectionStore(new FakeBridge());
  const { toggle, selectAll, clear, pick } = store.getState();
  toggle([ref(1), ref(2)]);
  toggle([ref(1, 'b')]);
  toggle([ref(2)]);
  expect(chosenOf(store.getState(), question)).toEqual({
    which: 'these',
    messages: [
      { accountId: 'a', ids: [1] },
      { accountId: 'b', ids: [1] },
    ],
  });
  selectAll();
  expect(countOf(store.getState(), 1_000_000)).toBe(1_000_000);
  toggle([ref(7)]);
  expect(countOf(store.getState(), 1_000_000)).toBe(999_999);
  expect(chosenOf(store.getState(), question)).toEqual({
    ...question,
    without: [{ accountId: 'a', ids: [7] }],
  });
  pick([ref(3)]);
  expect(countOf(store.getState(), 9)).toBe(1);
  clear();
  expect(countOf(store.getState(), 9)).toBe(0);
});

test('another list begins with nothing; more than can be picked is said', () => {
  const store = createSelectionStore(new FakeBridge());
  const { enter, pick } = store.getState();
  enter('one');
  pick(Array.from({ length: mostPicked + 1 }, (_, index) => ref(index)));
  expect(countOf(store.getState(), 1e6)).toBe(mostPicked);
  expect(store.getState().isCapped).toBe(true);
  enter('one');
  expect(store.getState().isCapped).toBe(true);
  enter('two');
  expect(store.getState()).toMatchObject({ isCapped: false, isAll: false });
});

test('rows that the window does not have are asked for, in the order of the list', async () => {
  const bridge = new FakeBridge({
    'library.messages': ({ offset, limit }: { offset: number; limit: number }) => ({
      total: 5_000,
      rows: Array.from({ length: limit }, (_, index) => ({ accountId: 'a', id: offset + index })),
    }),
  });
  const store = createSelectionStore(bridge);
  const input = { accountId: 'a', sort: 'date', descending: true } as const;
  const refs = await store.getState().range({ call: 'library.messages', input }, 10, 1_209);
  expect(refs).toHaveLength(1_200);
  expect(refs[0]).toEqual(ref(10));
  expect(refs.at(-1)).toEqual(ref(1_209));
  expect(bridge.inputsOf('library.messages')).toHaveLength(3);
});

test('rows of conversations stand for all of their messages; of a list that is selected whole, for its own', async () => {
  const bridge = new FakeBridge({
    'library.messages': ({ offset, limit }: { offset: number; limit: number }) => ({
      total: 1_000,
      rows: Array.from({ length: limit }, (_, index) => ({ accountId: 'a', id: offset + index })),
    }),
    'library.conversations': ({ ids, list }: Input<'library.conversations'>) => [
      { accountId: 'a', ids: ids.flatMap(id => [id, id + 5_000]) },
      ...(list === undefined ? [{ accountId: 'b', ids: [1] }] : []),
    ],
  });
  const store = createSelectionStore(bridge);
  const { range, selectAll, toggle } = store.getState();
  const input = { accountId: 'a', mailbox: 'INBOX', sort: 'date', descending: true } as const;
  const list = { call: 'library.messages', input: { ...input, conversations: true } } as const;
  expect(await range(list, 7, 7)).toEqual([ref(7), ref(5_007), ref(1, 'b')]);
  expect(await range(list, 0, 599)).toHaveLength(2 * 600 + 2);
  selectAll();
  toggle(await range(list, 7, 7));
  expect(countOf(store.getState(), 1_000)).toBe(998);
  const inputs = bridge.inputsOf('library.conversations');
  expect(inputs.at(-1)).toEqual({ accountId: 'a', ids: [7], list: { mailbox: 'INBOX' } });
});

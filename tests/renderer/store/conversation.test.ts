import { describe, expect, test } from 'vitest';
import { createConversationStore } from '../../../renderer/store/conversation.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { FakeBridge } from '../fake-bridge.ts';

type Rows = Output<'library.conversation'>;

const row = (accountId: string, id: number): Rows[number] => ({
  accountId,
  id,
  mailbox: 'INBOX',
  sender: 'Ada',
  recipients: '',
  subject: 'Lamp',
  date: id,
  size: 1,
  attachments: 0,
  unread: false,
  headersOnly: false,
});

/** A store whose questions wait until the test answers them. */
function asking() {
  const waiting: { input: Input<'library.conversation'>; answer(rows: Rows): void }[] = [];
  const bridge = new FakeBridge({
    'library.conversation': (input: Input<'library.conversation'>) =>
      new Promise<Rows>(answer => waiting.push({ input, answer })),
  });
  const store = createConversationStore(bridge);
  const answer = async (everywhere: boolean, rows: Rows) => {
    const at = waiting.findIndex(({ input }) => input.everywhere === everywhere);
    if (at < 0) throw new Error('Nothing like that was asked.');
    waiting.splice(at, 1)[0]?.answer(rows);
    await new Promise(setImmediate);
  };
  const asks = () => waiting.map(({ input }) => input.everywhere);
  return { bridge, store, answer, asks, shown: () => store.getState().rows.map(({ id }) => id) };
}

describe('a conversation', () => {
  test('is there before the other accounts have answered, and theirs follow', async () => {
    const { store, answer, shown } = asking();
    void store.getState().follow('one', 1);
    await answer(false, [row('one', 1), row('one', 3)]);
    expect(shown()).toEqual([1, 3]);
    await answer(true, [row('one', 1), row('two', 2), row('one', 3)]);
    expect(shown()).toEqual([1, 2, 3]);
  });

  test('is not made shorter by its own account answering last, nor by a change', async () => {
    const { bridge, store, answer, asks, shown } = asking();
    void store.getState().follow('one', 1);
    await answer(true, [row('one', 1), row('two', 2)]);
    await answer(false, [row('one', 1), row('one', 1)]);
    expect(shown()).toEqual([1, 2]);
    bridge.emit('library.changed', { accountId: 'one' } as never);
    // What is seen already stays until all is there: a part of it is of no use.
    expect(asks()).toEqual([true]);
    expect(shown()).toEqual([1, 2]);
    await answer(true, [row('one', 1), row('two', 2), row('one', 4)]);
    expect(shown()).toEqual([1, 2, 4]);
  });

  test('of a message that is no longer open comes to nothing', async () => {
    const { store, answer, shown } = asking();
    void store.getState().follow('one', 1);
    void store.getState().follow('one', 9);
    await answer(true, [row('one', 1), row('two', 2)]);
    expect(shown()).toEqual([]);
  });
});

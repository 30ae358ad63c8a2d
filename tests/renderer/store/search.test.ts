import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSearchStore } from '../../../renderer/store/search.ts';
import type { FoundRow, Input, SearchAnswer } from '../../../shared/contract.ts';
import { print, printTerm } from '../../../shared/search/print.ts';
import { FakeBridge, gate, Refused } from '../fake-bridge.ts';

type Asked = Input<'library.search'>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function row(id: number): FoundRow {
  return {
    ...{
      id,
      accountId: 'one',
      mailbox: 'INBOX',
      recipients: 'Anna',
      sender: 'Anna',
      subject: `Letter ${id}`,
    },
    ...{ date: 0, size: 1_000, attachments: 0, unread: false, flagged: false, headersOnly: false },
    snippet: { text: '', marks: [] },
  };
}

function answer({ offset, limit }: Asked, total: number): SearchAnswer {
  const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) =>
    row(offset + at),
  );
  const searched = { done: 10, of: 10 };
  return { total, atLeast: false, goesOn: false, rows, searched, unreadable: 0, leftOut: [] };
}

function searching(respond: (asked: Asked) => unknown = asked => answer(asked, 250)) {
  const bridge = new FakeBridge({ 'library.search': respond });
  const store = createSearchStore(bridge);
  const asked = () =>
    (bridge.inputsOf('library.search') as Asked[]).map(({ query }) => print(query));
  return { bridge, store, asked, at: store.getState };
}

const settled = () => vi.advanceTimersByTimeAsync(200);

describe('what is typed', () => {
  test('is searched for once the person rests, and never for one letter', async () => {
    const { asked, at } = searching();
    at().type('v');
    await settled();
    expect(asked()).toEqual([]);
    for (const typed of ['vi', 'vin', 'vine']) at().type(typed);
    expect(asked()).toEqual([]);
    await settled();
    expect(asked()).toEqual(['vine']);
    expect(at()).toMatchObject({ status: 'ready', text: 'vine' });
    expect(at().rowAt(0)?.subject).toBe('Letter 0');
  });

  test('one sign of a script without spaces is enough', async () => {
    const { asked, at } = searching();
    at().type('京');
    await settled();
    expect(asked()).toEqual(['京']);
  });

  test('becomes a chip when a space or Enter ends what narrows', async () => {
    const { asked, at } = searching();
    at().type('from:anna');
    expect(at().chips).toEqual([]);
    at().type('from:anna ');
    expect(at().chips.map(printTerm)).toEqual(['from:anna']);
    expect(at().typed).toBe('');
    at().type('vine has:attachment');
    at().finish();
    expect(at()).toMatchObject({ typed: 'vine', text: 'from:anna has:attachment vine' });
    await settled();
    expect(asked().at(-1)).toBe('from:anna has:attachment vine');
    at().remove(at().chips[0] as never);
    await settled();
    expect(asked().at(-1)).toBe('has:attachment vine');
  });

  test('that `or` joins stays in the field', async () => {
    const { asked, at } = searching();
    at().type('from:anna or from:karel ');
    await settled();
    expect(at().chips).toEqual([]);
    expect(asked()).toEqual(['from:anna or from:karel']);
  });

  test('comes back from the text that was kept of it', async () => {
    const { at } = searching();
    at().replace('from:"Élodie Martin" vine');
    expect(at().chips.map(printTerm)).toEqual(['from:"Élodie Martin"']);
    expect(at().typed).toBe('vine');
    await settled();
    at().clear();
    expect(at()).toMatchObject({ chips: [], typed: '', text: '', status: 'none' });
  });

  test('too long a text is cut, and said', async () => {
    const { at } = searching();
    at().replace('word '.repeat(5_000));
    expect(at().isCut).toBe(true);
  });
});

describe('the answer', () => {
  test('to an older question is of no use', async () => {
    const slow = gate<SearchAnswer>();
    const { at } = searching(asked =>
      print(asked.query) === 'old' ? slow.opened : answer(asked, 1),
    );
    at().replace('old');
    at().replace('new');
    await settled();
    slow.open(answer({ offset: 0, limit: 100 } as Asked, 99));
    await settled();
    expect(at().answer?.total).toBe(1);
  });

  test('of the question before is seen until the new one is there', async () => {
    const slow = gate<SearchAnswer>();
    const { at } = searching(asked =>
      print(asked.query) === 'vine' ? answer(asked, 7) : slow.opened,
    );
    at().replace('vine');
    await settled();
    at().replace('vineyard');
    expect(at()).toMatchObject({ status: 'searching', answer: { total: 7 } });
    expect(at().rowAt(0)).toBeDefined();
    slow.open(answer({ offset: 0, limit: 100 } as Asked, 0));
    await settled();
    expect(at().answer?.total).toBe(0);
    expect(at().rowAt(0)).toBeUndefined();
  });

  test('that goes on is asked for until it is whole', async () => {
    let times = 0;
    const { asked, at } = searching(input => {
      times += 1;
      return { ...answer(input, times), goesOn: times < 3 };
    });
    at().replace('"old vineyard"');
    await settled();
    expect(asked()).toHaveLength(3);
    expect(at()).toMatchObject({ status: 'ready', answer: { total: 3 } });
  });

  test('comes page by page, in the order that is asked for', async () => {
    const { bridge, at } = searching();
    at().replace('vine');
    await settled();
    at().need(90, 130);
    await settled();
    expect(at().rowAt(130)?.id).toBe(130);
    at().sortBy('oldest');
    at().sortBy('relevance');
    await settled();
    const inputs = bridge.inputsOf('library.search') as Asked[];
    expect(inputs.map(({ sort, descending, offset }) => [sort, descending, offset])).toEqual([
      ['date', true, 0],
      ['date', true, 100],
      ['date', false, 0],
      ['relevance', true, 0],
    ]);
  });

  test('that is none says what would be found without a part of the question', async () => {
    const { at } = searching(asked => answer(asked, print(asked.query).includes('zebra') ? 0 : 12));
    at().replace('from:anna vine zebra');
    await settled();
    expect(at().wider.map(({ group, total }) => [print([[...group]]), total])).toEqual([
      ['zebra', 12],
    ]);
    at().drop(at().wider[0]?.group ?? []);
    await settled();
    expect(at()).toMatchObject({ text: 'from:anna vine', answer: { total: 12 }, wider: [] });
  });

  test('that failed is asked for again', async () => {
    let fails = true;
    const { at } = searching(asked => {
      if (fails) throw new Refused({ message: 'The disk is full.' });
      return answer(asked, 1);
    });
    at().replace('vine');
    await settled();
    expect(at()).toMatchObject({ status: 'failed', failure: { message: 'The disk is full.' } });
    fails = false;
    await at().again();
    expect(at()).toMatchObject({ status: 'ready', failure: undefined, answer: { total: 1 } });
  });

  test('is looked at again while mail arrives, once a second at most', async () => {
    const { bridge, asked, at } = searching();
    at().replace('vine');
    await settled();
    for (let times = 0; times < 20; times += 1) {
      bridge.emit('library.changed', { accountId: 'one', messages: times });
    }
    await vi.advanceTimersByTimeAsync(1_100);
    expect(asked()).toHaveLength(2);
  });
});

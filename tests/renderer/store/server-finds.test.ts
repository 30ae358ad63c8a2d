import { describe, expect, test, vi } from 'vitest';
import { createAccountsStore } from '../../../renderer/store/accounts.ts';
import { createRunsStore } from '../../../renderer/store/runs.ts';
import { createSearchStore } from '../../../renderer/store/search.ts';
import { createServerFindsStore, serverQuestions } from '../../../renderer/store/server-finds.ts';
import type { Account, Input } from '../../../shared/contract.ts';
import { parse } from '../../../shared/search/parse.ts';
import { print } from '../../../shared/search/print.ts';
import { aChange, aRun } from '../../a-run.ts';
import { anAccount } from '../an-account.ts';
import { FakeBridge, fakeSurroundings, gate, Refused } from '../fake-bridge.ts';

type Asked = Input<'mailboxes.search'>;

const first = anAccount();
const second = accountOf('two', 'bert@example.org');
const byPop3 = accountOf('three', 'carl@example.org', 'pop3');

function accountOf(id: string, email: string, protocol?: 'pop3'): Account {
  const { profile } = anAccount();
  const server = { ...profile.server, ...(protocol !== undefined && { protocol }) };
  return anAccount({ id, profile: { ...profile, email, user: email, server } });
}

describe('who is asked', () => {
  const asked = (typed: string) =>
    serverQuestions(parse(typed).query, [first, second, byPop3]).map(
      ({ account, said, unsaid }) => [account.id, print(said), print(unsaid)],
    );

  test('are the accounts that the search covers and that know a search', () => {
    expect(asked('harvest')).toEqual([
      ['one', 'harvest', ''],
      ['two', 'harvest', ''],
    ]);
    expect(asked('harvest account:bert')).toEqual([['two', 'harvest', '']]);
    expect(asked('harvest account:nobody')).toEqual([]);
  });

  test('is nobody where a server can be asked nothing of it', () => {
    expect(asked('has:attachment')).toEqual([]);
    expect(asked('account:bert')).toEqual([]);
    expect(asked('plan type:pdf account:bert')).toEqual([['two', 'plan', 'type:pdf']]);
  });
});

describe('what is found on the servers', () => {
  const nothingFound = {
    ...{ total: 0, atLeast: false, goesOn: false, rows: [] },
    ...{ searched: { done: 1, of: 1 }, unreadable: 0, leftOut: [] },
  };

  async function searching(
    answers: ConstructorParameters<typeof FakeBridge>[0],
    accounts = [first],
  ) {
    const bridge = new FakeBridge({
      'accounts.list': () => accounts,
      'library.search': () => nothingFound,
      'accounts.cancel': () => undefined,
      ...answers,
    });
    const stores = {
      accounts: createAccountsStore(bridge),
      search: createSearchStore(bridge),
      runs: createRunsStore(bridge, fakeSurroundings(), {
        onMissing: () => undefined,
        signIn: () => false,
      }),
    };
    const store = createServerFindsStore(bridge, stores);
    await stores.accounts.getState().load();
    stores.search.getState().replace('harvest');
    await vi.waitFor(() => expect(stores.search.getState().status).toBe('ready'));
    const finds = () => Object.fromEntries(store.getState().finds);
    return { bridge, ...stores, at: store.getState, finds };
  }

  test('is told for each account, and a failure is its own', async () => {
    const { bridge, at, finds } = await searching(
      {
        'mailboxes.search': ({ accountId }: Asked) => {
          if (accountId === 'two') throw new Refused({ message: 'It is away.' });
          return { notArchived: 3 };
        },
      },
      [first, second, byPop3],
    );
    expect(bridge.inputsOf('mailboxes.search')).toEqual([]);
    await at().look();
    expect(finds()).toEqual({
      one: { state: 'told', notArchived: 3 },
      two: { state: 'failed', failure: expect.objectContaining({ message: 'It is away.' }) },
    });
    const { query } = parse('harvest');
    const waitId = expect.any(String);
    expect(bridge.inputsOf('mailboxes.search')).toEqual([
      { accountId: 'one', query, waitId },
      { accountId: 'two', query, waitId },
    ]);
  });

  test('is no longer waited for once the person looks for something else or leaves', async () => {
    const { opened, open } = gate<{ notArchived: number }>();
    const { bridge, at, finds, search } = await searching({ 'mailboxes.search': () => opened });
    const looking = at().look();
    expect(finds()).toEqual({ one: { state: 'asking' } });
    search.getState().replace('harvest in spring');
    expect(finds()).toEqual({});
    const [{ waitId }] = bridge.inputsOf('mailboxes.search') as [Asked];
    expect(bridge.inputsOf('accounts.cancel')).toEqual([{ waitId }]);
    open({ notArchived: 3 });
    await looking;
    expect(finds()).toEqual({});
    void at().look();
    at().leave();
    expect(finds()).toEqual({});
    expect(bridge.inputsOf('accounts.cancel')).toHaveLength(2);
  });

  test('is archived by a run, behind which library and server are asked again', async () => {
    let notArchived = 3;
    const { bridge, at, finds, runs } = await searching({
      'mailboxes.search': () => ({ notArchived }),
      'runs.start': () => aRun({ startedAt: 5 }),
      'runs.list': () => [aRun({ state: 'done', finishedAt: 2 })],
    });
    await runs.getState().load();
    await at().look();
    await at().archive('one');
    expect(finds()).toEqual({ one: { state: 'archiving' } });
    const searched = bridge.inputsOf('library.search').length;
    notArchived = 0;
    bridge.emit('run.changed', aChange(aRun({ startedAt: 5, state: 'done', finishedAt: 9 })));
    await vi.waitFor(() => expect(finds()).toEqual({ one: { state: 'told', notArchived: 0 } }));
    expect(bridge.inputsOf('library.search').length).toBeGreaterThan(searched);
    // A run of another day is none of it.
    bridge.emit('run.changed', aChange(aRun({ startedAt: 20, state: 'done', finishedAt: 21 })));
    expect(bridge.inputsOf('mailboxes.search')).toHaveLength(2);
  });

  test('a run that cannot begin or fails says why', async () => {
    let refuse = true;
    const { bridge, at, finds } = await searching({
      'mailboxes.search': () => ({ notArchived: 3 }),
      'runs.start': () => {
        if (refuse) throw new Refused({ message: 'Not now.' });
        return aRun();
      },
    });
    await at().look();
    await at().archive('one');
    expect(finds()).toMatchObject({ one: { state: 'failed', failure: { message: 'Not now.' } } });
    refuse = false;
    await at().archive('one');
    expect(finds()).toEqual({ one: { state: 'archiving' } });
    const { failure } = new Refused({ message: 'It hung up.' });
    bridge.emit('run.changed', aChange(aRun({ state: 'failed', finishedAt: 9, failure })));
    expect(finds()).toMatchObject({
      one: { state: 'failed', failure: { message: 'It hung up.' } },
    });
  });

  test('an account whose password is not known is asked for it first', async () => {
    const { bridge, at, finds, runs } = await searching(
      { 'mailboxes.search': () => ({ notArchived: 3 }) },
      [anAccount({ hasPassword: false })],
    );
    await at().look();
    await at().archive('one');
    expect(runs.getState().asking).toBe('one');
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    expect(finds()).toEqual({ one: { state: 'told', notArchived: 3 } });
  });
});

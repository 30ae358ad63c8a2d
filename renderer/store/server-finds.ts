import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account, Bridge, RunState, ShownFailure } from '../../shared/contract.ts';
import type { Query } from '../../shared/search/query.ts';
import { forServer } from '../../shared/search/server-terms.ts';
import { withoutAccounts } from '../../shared/search/settled.ts';
import type { AccountsState } from './accounts.ts';
import { isOver, needsPassword } from './run-progress.ts';
import type { RunsState } from './runs.ts';
import type { SearchState } from './search.ts';
import { isInboxOnly } from './server-kind.ts';
import { Wait } from './wait.ts';

/** What came of asking one account's server. */
export type ServerFind =
  | { readonly state: 'asking' | 'archiving' }
  | { readonly state: 'failed'; readonly failure: ShownFailure }
  | {
      readonly state: 'told';
      readonly notArchived: number;
      /** Why a folder could not be asked. */
      readonly problem?: ShownFailure | undefined;
    };

export interface ServerFindsState {
  /** By account; empty until the person asks. */
  readonly finds: ReadonlyMap<string, ServerFind>;
  /** Asks the servers of all accounts that the search covers. */
  look(): Promise<void>;
  /** Asks that of one account. */
  ask(accountId: string): Promise<void>;
  /** Archives the account, then asks its server again. */
  archive(accountId: string): Promise<void>;
  /** Nobody looks any more: what the servers are asked is ended. */
  leave(): void;
}

interface Stores {
  readonly search: StoreApi<SearchState>;
  readonly accounts: StoreApi<AccountsState>;
  readonly runs: StoreApi<RunsState>;
}

export interface ServerQuestion {
  readonly account: Account;
  /** What its server can be asked, not empty, and what is left out. */
  readonly said: Query;
  readonly unsaid: Query;
}

/** What the servers of accounts can be asked: POP3 knows no search. */
export function serverQuestions(query: Query, accounts: readonly Account[]): ServerQuestion[] {
  return accounts.flatMap(account => {
    const { profile } = account;
    const its = withoutAccounts(query, [profile.email, profile.user]);
    if (its === undefined || isInboxOnly(profile)) return [];
    const { said, unsaid } = forServer(its);
    return said.length === 0 ? [] : [{ account, said, unsaid }];
  });
}

/** What is found on the servers of accounts and not in their archives, for the search of now. */
export function createServerFindsStore(
  bridge: Bridge,
  { search, accounts, runs }: Stores,
): StoreApi<ServerFindsState> {
  return createStore((set, get) => {
    const waits = new Map<string, Wait>();
    /** Accounts whose run goes on that was started here. */
    const followed = new Set<string>();

    const show = (accountId: string, find: ServerFind) =>
      set(({ finds }) => ({ finds: new Map(finds).set(accountId, find) }));
    const waitOf = (accountId: string) => {
      const wait = waits.get(accountId) ?? new Wait(bridge);
      waits.set(accountId, wait);
      return wait;
    };
    const questions = () => serverQuestions(search.getState().query, accounts.getState().accounts);

    const ended = (accountId: string, { state, failure }: RunState) => {
      followed.delete(accountId);
      void search.getState().again();
      if (state === 'failed' && failure !== undefined) {
        return show(accountId, { state: 'failed', failure });
      }
      void get().ask(accountId);
    };
    const follow = ({ runs: known }: RunsState) => {
      for (const accountId of [...followed]) {
        const run = known[accountId];
        if (run !== undefined && isOver(run)) ended(accountId, run);
      }
    };
    runs.subscribe(follow);
    search.subscribe(({ text }, before) => {
      if (text !== before.text) get().leave();
    });

    return {
      finds: new Map(),
      async look() {
        await Promise.all(questions().map(({ account }) => get().ask(account.id)));
      },
      async ask(accountId) {
        const question = questions().find(({ account }) => account.id === accountId);
        if (question === undefined) return;
        show(accountId, { state: 'asking' });
        const input = { accountId, query: question.said };
        const answer = await waitOf(accountId).ask('mailboxes.search', input);
        if (answer === undefined) return;
        if (answer.ok) show(accountId, { state: 'told', ...answer.value });
        else show(accountId, { state: 'failed', failure: answer.failure });
      },
      async archive(accountId) {
        const account = accounts.getState().accounts.find(({ id }) => id === accountId);
        const before = get().finds.get(accountId);
        if (account === undefined || before === undefined) return;
        const { start, ask, runs: known } = runs.getState();
        if (needsPassword(account, known[accountId])) return ask(accountId);
        const archiving: ServerFind = { state: 'archiving' };
        show(accountId, archiving);
        const isStarted = await start(accountId);
        // The person has left, or looks for something else.
        if (get().finds.get(accountId) !== archiving) return;
        const failure = runs.getState().failures[accountId];
        if (!isStarted) {
          return show(accountId, failure === undefined ? before : { state: 'failed', failure });
        }
        followed.add(accountId);
        follow(runs.getState());
      },
      leave() {
        for (const wait of waits.values()) wait.cancel();
        followed.clear();
        if (get().finds.size > 0) set({ finds: new Map() });
      },
    };
  });
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account, Bridge, ShownFailure } from '../../shared/contract.ts';

export interface AccountsState {
  readonly accounts: readonly Account[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: ShownFailure | undefined;
  load(): Promise<void>;
  /** Forgets the account; its archive stays where it is. @returns whether it is forgotten */
  remove(accountId: string): Promise<boolean>;
  /** Ends the sign-in with the provider; the account stays. */
  signOut(accountId: string): Promise<void>;
  /** Takes that back; where it cannot, the failure says why. */
  restore(accountId: string): Promise<void>;
}

/** The accounts that were set up, as the process that does the work has them. */
export function createAccountsStore(bridge: Bridge): StoreApi<AccountsState> {
  return createStore((set, get) => {
    let changes = 0;
    bridge.subscribe('accounts.changed', accounts => {
      changes += 1;
      set({ accounts, status: 'ready' });
    });
    // A change in between was not heard.
    bridge.onConnect?.(() => void get().load());
    return {
      accounts: [],
      status: 'loading',
      failure: undefined,
      async load() {
        const before = changes;
        const answer = await bridge.call('accounts.list', undefined);
        // What was heard in the meantime is newer.
        if (changes !== before) return;
        if (answer.ok) set({ accounts: answer.value, status: 'ready', failure: undefined });
        else set({ status: 'failed', failure: answer.failure });
      },
      async remove(accountId) {
        const answer = await bridge.call('accounts.remove', { accountId });
        if (!answer.ok) {
          set({ failure: answer.failure });
          return false;
        }
        set(state => ({
          accounts: state.accounts.filter(each => each.id !== accountId),
          failure: undefined,
        }));
        return true;
      },
      async signOut(accountId) {
        const answer = await bridge.call('signIn.out', { accountId });
        if (!answer.ok) set({ failure: answer.failure });
      },
      async restore(accountId) {
        const answer = await bridge.call('accounts.restore', { accountId });
        if (!answer.ok) set({ failure: answer.failure });
      },
    };
  });
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account, Bridge, ShownFailure } from '../../shared/contract.ts';

export interface AccountsState {
  readonly accounts: readonly Account[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: ShownFailure | undefined;
  load(): Promise<void>;
  /** Forgets the account; its archive stays where it is. @returns whether it is forgotten */
  remove(accountId: string): Promise<boolean>;
}

/** The accounts that were set up, as the process that does the work has them. */
export function createAccountsStore(bridge: Bridge): StoreApi<AccountsState> {
  return createStore(set => {
    bridge.subscribe('accounts.changed', accounts => set({ accounts, status: 'ready' }));
    return {
      accounts: [],
      status: 'loading',
      failure: undefined,
      async load() {
        const answer = await bridge.call('accounts.list', undefined);
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
    };
  });
}

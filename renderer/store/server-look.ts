import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, ServerDetails } from '../../shared/contract.ts';
import type { Asked } from './proof.ts';
import { Wait } from './wait.ts';

export interface ServerLookState {
  /** The account whose server is looked at. */
  readonly accountId: string | undefined;
  readonly details: Asked<ServerDetails>;
  look(accountId: string): Promise<void>;
  close(): void;
}

/** What an account's server shows to anyone who connects. */
export function createServerLookStore(bridge: Bridge): StoreApi<ServerLookState> {
  const wait = new Wait(bridge);
  return createStore(set => ({
    accountId: undefined,
    details: { status: 'loading' },
    async look(accountId) {
      set({ accountId, details: { status: 'loading' } });
      const answer = await wait.ask('accounts.server', { accountId });
      if (answer === undefined) return;
      set({
        details: answer.ok
          ? { status: 'ready', value: answer.value }
          : { status: 'failed', failure: answer.failure },
      });
    },
    close() {
      wait.cancel();
      set({ accountId: undefined });
    },
  }));
}

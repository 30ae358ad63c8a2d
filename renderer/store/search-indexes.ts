import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountIndex, Bridge, Output, ShownFailure } from '../../shared/contract.ts';

export interface SearchIndexesState {
  readonly indexes: readonly AccountIndex[];
  readonly failure: ShownFailure | undefined;
  /** Attachments that could not be read; undefined until they were asked for. */
  readonly unreadable: Output<'library.unreadable'> | undefined;
  /** The list of them lies in front of the window. */
  readonly isListOpen: boolean;
  load(): Promise<void>;
  switchTo(accountId: string, on: boolean): Promise<void>;
  remove(accountId: string): Promise<void>;
  openList(): Promise<void>;
  closeList(): void;
}

/** The search index of each account, and what could not be read for it. */
export function createSearchIndexesStore(bridge: Bridge): StoreApi<SearchIndexesState> {
  return createStore<SearchIndexesState>((set, get) => {
    bridge.subscribe('search.changed', changed => {
      set(({ indexes }) => ({
        indexes: indexes.some(({ accountId }) => accountId === changed.accountId)
          ? indexes.map(each => (each.accountId === changed.accountId ? changed : each))
          : [...indexes, changed],
      }));
    });

    return {
      indexes: [],
      failure: undefined,
      unreadable: undefined,
      isListOpen: false,
      async load() {
        const answer = await bridge.call('search.state', undefined);
        set(
          answer.ok ? { indexes: answer.value, failure: undefined } : { failure: answer.failure },
        );
      },
      async switchTo(accountId, on) {
        const answer = await bridge.call('search.switch', { accountId, on });
        if (!answer.ok) return set({ failure: answer.failure });
        await get().load();
      },
      async remove(accountId) {
        const answer = await bridge.call('search.delete', { accountId });
        if (!answer.ok) return set({ failure: answer.failure });
        await get().load();
      },
      async openList() {
        set({ isListOpen: true, unreadable: undefined });
        const answer = await bridge.call('library.unreadable', {});
        if (answer.ok) set({ unreadable: answer.value, failure: undefined });
        else set({ failure: answer.failure, isListOpen: false });
      },
      closeList: () => set({ isListOpen: false }),
    };
  });
}

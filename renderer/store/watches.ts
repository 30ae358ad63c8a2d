import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, WatchState } from '../../shared/contract.ts';

export interface WatchesState {
  /** Of the accounts that are kept up with their mail. */
  readonly watches: Readonly<Record<string, WatchState>>;
  load(): Promise<void>;
}

/** How accounts are watched for new mail. It goes on without this window. */
export function createWatchesStore(bridge: Bridge): StoreApi<WatchesState> {
  return createStore((set, get) => {
    let changes = 0;
    bridge.subscribe('watch.changed', watch => {
      changes += 1;
      const { [watch.accountId]: _, ...others } = get().watches;
      set({ watches: watch.state === 'off' ? others : { ...others, [watch.accountId]: watch } });
    });
    bridge.onConnect?.(() => void get().load());
    return {
      watches: {},
      async load() {
        let before: number;
        do {
          before = changes;
          const answer = await bridge.call('watches.list', undefined);
          if (!answer.ok) return;
          // What was heard in the meantime is newer.
          if (before !== changes) continue;
          set({ watches: Object.fromEntries(answer.value.map(each => [each.accountId, each])) });
        } while (before !== changes);
      },
    };
  });
}

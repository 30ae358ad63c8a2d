import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Failure, Output } from '../../shared/contract.ts';

export interface FolderBrowserState {
  /** The folder looked at; undefined while the browser is closed. */
  readonly here: Output<'folders.browse'> | undefined;
  readonly failure: Failure | undefined;
  /** The system's own dialog; null where the person thought better of it. Desktop only. */
  choose(start: string | undefined): Promise<string | null>;
  /** @param path where to look; without it, where the person is most likely at home */
  look(path: string | undefined): Promise<void>;
  create(name: string): Promise<void>;
  close(): void;
}

/** Walks through the folders of the machine that Mailstow runs on, where no native dialog is at hand. */
export function createFolderBrowserStore(bridge: Bridge): StoreApi<FolderBrowserState> {
  return createStore((set, get) => ({
    here: undefined,
    failure: undefined,
    async choose(start) {
      const answer = await bridge.call('folders.choose', { start });
      if (answer.ok) return answer.value;
      set({ failure: answer.failure });
      return null;
    },
    async look(path) {
      const answer = await bridge.call('folders.browse', { path });
      if (answer.ok) return set({ here: answer.value, failure: undefined });
      // A folder that was there last time may be gone; the usual start is better than a dead end.
      if (path !== undefined && get().here === undefined) return get().look(undefined);
      set({ failure: answer.failure });
    },
    async create(name) {
      const { here } = get();
      if (here === undefined) return;
      const answer = await bridge.call('folders.create', { parent: here.path, name });
      if (answer.ok) await get().look(answer.value);
      else set({ failure: answer.failure });
    },
    close: () => set({ here: undefined, failure: undefined }),
  }));
}

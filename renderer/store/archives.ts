import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, OpenedArchive, ShownFailure } from '../../shared/contract.ts';

export interface ArchivesState {
  /** Opened without their account, in the order in which that was done. */
  readonly archives: readonly OpenedArchive[];
  readonly failure: ShownFailure | undefined;
  load(): Promise<void>;
  /** @returns by what the library asks for it; undefined where the folder holds no archive */
  open(folder: string): Promise<string | undefined>;
  /** Takes it from the list; the archive stays where it is. */
  remove(id: string): Promise<void>;
}

/** The archives that a person opened, as the process that does the work has them. */
export function createArchivesStore(bridge: Bridge): StoreApi<ArchivesState> {
  return createStore(set => {
    bridge.subscribe('archives.changed', archives => set({ archives }));
    return {
      archives: [],
      failure: undefined,
      async load() {
        const answer = await bridge.call('archives.list', undefined);
        set(answer.ok ? { archives: answer.value } : { failure: answer.failure });
      },
      async open(folder) {
        const answer = await bridge.call('archives.open', { folder });
        set({ failure: answer.ok ? undefined : answer.failure });
        return answer.ok ? answer.value.accountId : undefined;
      },
      async remove(id) {
        const answer = await bridge.call('archives.remove', { accountId: id });
        set({ failure: answer.ok ? undefined : answer.failure });
      },
    };
  });
}

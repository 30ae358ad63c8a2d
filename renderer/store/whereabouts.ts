import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Output, ShownFailure } from '../../shared/contract.ts';

type Place = Output<'archive.whereabouts'>['state'];
type Found = Output<'archive.find'>[number];

export interface WhereaboutsState {
  /** Where the archive of each account was seen last; absent until it was looked for. */
  readonly places: Readonly<Record<string, Place>>;
  /** Accounts that archive by themselves once their archive is there again. */
  readonly waiting: readonly string[];
  /** The account whose archive the person is asked for. */
  readonly asking: string | undefined;
  /** What Mailstow found by itself. */
  readonly found: readonly Found[];
  /** Why the folder that the person chose is not it. */
  readonly failure: ShownFailure | undefined;
  look(id: string): Promise<void>;
  /** The same for all that were not where they should be. */
  lookAgain(): void;
  /** Asks the person, and looks around meanwhile. */
  ask(id: string | undefined): void;
  wait(id: string, waits: boolean): void;
  /** @returns whether the archive is in that folder */
  locate(id: string, folder: string): Promise<boolean>;
}

/** @param archive starts a run */
export function createWhereaboutsStore(
  bridge: Bridge,
  archive: (id: string) => void,
): StoreApi<WhereaboutsState> {
  return createStore((set, get) => {
    const see = (id: string, place: Place): void =>
      set(state => ({ places: { ...state.places, [id]: place } }));
    const wait = (id: string, waits: boolean): void =>
      set(state => ({
        waiting: [...state.waiting.filter(each => each !== id), ...(waits ? [id] : [])],
      }));
    return {
      places: {},
      waiting: [],
      asking: undefined,
      found: [],
      failure: undefined,
      async look(id) {
        const answer = await bridge.call('archive.whereabouts', { accountId: id });
        // The account may be gone as well.
        if (!answer.ok) return see(id, 'there');
        see(id, answer.value.state);
        if (answer.value.state !== 'there' || !get().waiting.includes(id)) return;
        wait(id, false);
        archive(id);
      },
      lookAgain() {
        for (const [id, place] of Object.entries(get().places)) {
          if (place !== 'there') void get().look(id);
        }
      },
      ask(asking) {
        set({ asking, found: [], failure: undefined });
        if (asking === undefined) return;
        see(asking, 'missing');
        void bridge.call('archive.find', { accountId: asking }).then(answer => {
          if (answer.ok && get().asking === asking) set({ found: answer.value });
        });
      },
      wait,
      async locate(id, folder) {
        const answer = await bridge.call('accounts.locate', { accountId: id, folder });
        if (!answer.ok) {
          set({ failure: answer.failure });
          return false;
        }
        wait(id, false);
        see(id, 'there');
        return true;
      },
    };
  });
}

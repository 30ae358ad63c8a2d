import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../store/stores.ts';
import { archiveName } from './archive-name.ts';

export interface Shelf {
  readonly id: string;
  readonly title: string;
  /** There is an archive of it, as far as is known. */
  readonly isStored: boolean;
}

/** All that can be read: the accounts, and the archives that were opened without theirs. */
export function useShelves(): readonly Shelf[] {
  const stores = useStores();
  const accounts = useStore(stores.accounts, state => state.accounts);
  const archives = useStore(stores.archives, state => state.archives);
  return useMemo(
    () => [
      ...accounts.map(({ id, profile, storedIn, lastRun }) => {
        const isStored = storedIn !== undefined || lastRun !== undefined;
        return { id, title: profile.email, isStored };
      }),
      ...archives.map(archive => {
        return { id: archive.id, title: archiveName(archive), isStored: true };
      }),
    ],
    [accounts, archives],
  );
}

/** What an account or archive is called; undefined where it is not among them. */
export function titleOf(shelves: readonly Shelf[], accountId: string): string | undefined {
  return shelves.find(({ id }) => id === accountId)?.title;
}

/** Whether they make a list of all accounts: there are archives of at least two. */
export function hasSeveralArchives(shelves: readonly Shelf[]): boolean {
  return shelves.filter(({ isStored }) => isStored).length > 1;
}

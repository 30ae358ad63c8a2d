import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../store/stores.ts';
import { archiveName } from './archive-name.ts';

export interface Shelf {
  readonly id: string;
  readonly title: string;
}

/** All that can be read: the accounts, and the archives that were opened without theirs. */
export function useShelves(): readonly Shelf[] {
  const stores = useStores();
  const accounts = useStore(stores.accounts, state => state.accounts);
  const archives = useStore(stores.archives, state => state.archives);
  return useMemo(
    () => [
      ...accounts.map(({ id, profile }) => ({ id, title: profile.email })),
      ...archives.map(archive => ({ id: archive.id, title: archiveName(archive) })),
    ],
    [accounts, archives],
  );
}

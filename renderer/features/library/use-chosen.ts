import { useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';

/** The row that is open, of the folder or of what was found; −1 where none is. */
export function useChosen(accountId: string, isSearching: boolean) {
  const stores = useStores();
  const inFolder = useStore(stores.library, state => state.total);
  const answer = useStore(stores.search, state => state.answer);
  // Another row may be asked for where it stands.
  useStore(stores.library, state => state.pages);
  useStore(stores.search, state => state.pages);
  const query = useStore(stores.search, state => state.query);
  const open = useStore(stores.message);
  const [last, setLast] = useState(-1);
  const placeOf = (index: number) => {
    if (isSearching) {
      const row = stores.search.getState().rowAt(index);
      return row && { accountId: row.accountId, messageId: row.id };
    }
    const row = stores.library.getState().rowAt(index);
    return row && { accountId, messageId: row.id };
  };
  const place = placeOf(last);
  // The row may stand elsewhere by now.
  const isOpen = place?.messageId === open.messageId && place?.accountId === open.accountId;
  return {
    chosen: isOpen && place !== undefined ? last : -1,
    total: isSearching ? (answer?.total ?? 0) : inFolder,
    choose(index: number) {
      setLast(index);
      const row = placeOf(index);
      if (row !== undefined) {
        void open.open(row.accountId, row.messageId, isSearching ? query : undefined);
      }
    },
  };
}

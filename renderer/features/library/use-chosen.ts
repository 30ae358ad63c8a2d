import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { MessageRow } from '../../../shared/contract.ts';
import { pageSize } from '../../store/library.ts';
import { useStores } from '../../store/stores.ts';

/** The row that is open, of the list or of what was found, wherever it moved; −1 where none is. */
export function useChosen(isSearching: boolean) {
  const stores = useStores();
  const { total, pages: listed, grouping } = useStore(stores.library);
  const { answer, pages: found, query } = useStore(stores.search);
  const open = useStore(stores.message);
  const together = useStore(stores.conversation, state => state.rows);
  const [last, setLast] = useState(-1);
  const pages: ReadonlyMap<number, readonly MessageRow[]> = isSearching ? found : listed;
  const { accountId: openAccount, messageId: openId } = open;
  const chosen = useMemo(() => {
    if (openAccount === undefined || openId === undefined) return -1;
    const itself = keyOf(openAccount, openId);
    const meant = new Set([itself]);
    // A row of a conversation stands for all its messages.
    if (!isSearching && grouping === 'conversations') {
      for (const row of together) meant.add(keyOf(row.accountId, row.id));
    }
    return placeOf(pages, last, row => meant.has(keyOf(row.accountId, row.id)));
  }, [pages, last, isSearching, grouping, openAccount, openId, together]);
  return {
    chosen,
    total: isSearching ? (answer?.total ?? 0) : total,
    choose(index: number) {
      setLast(index);
      const row = rowAt(pages, index);
      if (row === undefined) return;
      void open.open(row.accountId, row.id, isSearching ? query : undefined);
    },
  };
}

/** Where such a row is: where it was, or in any page that is there. */
function placeOf(
  pages: ReadonlyMap<number, readonly MessageRow[]>,
  last: number,
  isIt: (row: MessageRow) => boolean,
): number {
  const there = rowAt(pages, last);
  if (there !== undefined && isIt(there)) return last;
  for (const [page, rows] of pages) {
    const index = rows.findIndex(isIt);
    if (index >= 0) return page * pageSize + index;
  }
  return -1;
}

function rowAt(
  pages: ReadonlyMap<number, readonly MessageRow[]>,
  index: number,
): MessageRow | undefined {
  return pages.get(Math.floor(index / pageSize))?.[index % pageSize];
}

function keyOf(accountId: string, messageId: number): string {
  return `${accountId} ${messageId}`;
}

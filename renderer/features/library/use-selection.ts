import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import {
  isSelected,
  type ListInput,
  type MessageRef,
  standsForSeveral,
} from '../../store/selection.ts';
import { useStores } from '../../store/stores.ts';
import type { RowSelection } from '../../ui/lists/row-selection.ts';

/** A list of which messages can be selected. */
export interface Selectable {
  /** Names what it shows; for another one nothing is selected. */
  readonly key: string;
  /** Of a row that is there; of a conversation its newest message. */
  refAt(index: number): MessageRef | undefined;
  /** How its rows are asked for. */
  readonly list: ListInput;
}

/** Selecting by mouse and keyboard: Ctrl and a click, Shift and a click or an arrow, the space bar, Ctrl+A, Escape. */
export function useSelection({ key, refAt, list }: Selectable): RowSelection {
  const stores = useStores();
  const state = useStore(stores.selection);
  const onDesktop = useStore(stores.settings, ({ info }) => info?.host === 'desktop');
  const { enter, toggle, pick, selectAll, clear, range } = state;
  // Where the rows that Shift selects begin; and which question for rows is the last.
  const anchor = useRef<number>(undefined);
  const asked = useRef(0);
  useEffect(() => {
    anchor.current = undefined;
    enter(key);
  }, [enter, key]);
  const isEmpty = !state.isAll && state.picked.size === 0;
  const messagesOf = (first: number, last: number) =>
    (standsForSeveral(list) ? undefined : rowsThere(refAt, first, last)) ??
    range(list, first, last);
  const take = async (first: number, last: number, then: (refs: readonly MessageRef[]) => void) => {
    asked.current += 1;
    const mine = asked.current;
    const found = await messagesOf(first, last);
    if (mine === asked.current && stores.selection.getState().list === key) then(found);
  };
  return {
    isEmpty,
    isSelected(index) {
      const ref = refAt(index);
      return ref !== undefined && isSelected(state, ref);
    },
    toggle(index, open) {
      anchor.current = index;
      void take(index, index, async found => {
        // What is being read is the first of them.
        if (isEmpty && open >= 0 && open !== index) toggle(await messagesOf(open, open));
        toggle(found);
      });
    },
    extendTo(index, open) {
      anchor.current ??= open >= 0 ? open : index;
      const from = anchor.current;
      void take(Math.min(from, index), Math.max(from, index), pick);
    },
    selectAll() {
      asked.current += 1;
      selectAll();
    },
    clear() {
      asked.current += 1;
      anchor.current = undefined;
      if (!isEmpty) clear();
    },
    ...(onDesktop && {
      onDrag(index: number) {
        const ref = refAt(index);
        if (ref === undefined) return;
        const { drag } = stores.outgoing.getState();
        const isOne = isEmpty || state.isAll || !isSelected(state, ref);
        if (!isOne) void drag([...state.picked.values()]);
        else void Promise.resolve(messagesOf(index, index)).then(drag);
      },
    }),
  };
}

/** Rows that are looked at before they are asked for. */
const mostLooked = 500;

/** @returns undefined where any of them is not there */
function rowsThere(
  refAt: Selectable['refAt'],
  first: number,
  last: number,
): readonly MessageRef[] | undefined {
  const count = last - first + 1;
  if (count > mostLooked) return undefined;
  const found = Array.from({ length: count }, (_, index) => refAt(first + index));
  return found.every(ref => ref !== undefined) ? found : undefined;
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, ChosenMessages, Input } from '../../shared/contract.ts';
import { mostPicked } from '../../shared/contract.ts';

/** A message, wherever it stands in a list. */
export interface MessageRef {
  readonly accountId: string;
  readonly messageId: number;
}

/** What a list shows, as the process behind the window finds it again. */
export type Question =
  | { readonly which: 'folder'; readonly accountId?: string; readonly mailbox?: string }
  | {
      readonly which: 'found';
      readonly query: Input<'library.search'>['query'];
      readonly narrow?: { readonly accountId: string; readonly mailbox?: string };
    };

export interface SelectionState {
  /** Names the list that it is of. */
  readonly list: string;
  /** All of the list but what was picked, instead of what was picked. */
  readonly isAll: boolean;
  /** By {@link keyOf}. */
  readonly picked: ReadonlyMap<string, MessageRef>;
  /** More was asked for than can be picked one by one. */
  readonly isCapped: boolean;
  /** Another list: nothing of the one before is selected. */
  enter(list: string): void;
  /** Takes them in, or out where all of them are in. */
  toggle(refs: readonly MessageRef[]): void;
  /** Nothing but these. */
  pick(refs: readonly MessageRef[]): void;
  selectAll(): void;
  clear(): void;
  /** The messages that rows, both inclusive, stand for, whether the window has them or not; as many as can be picked. */
  range(list: ListInput, first: number, last: number): Promise<readonly MessageRef[]>;
}

const none = { isAll: false, picked: new Map<string, MessageRef>(), isCapped: false };

/** What of a list is selected, so that something is done with all of it at once. */
export function createSelectionStore(bridge: Bridge): StoreApi<SelectionState> {
  return createStore<SelectionState>((set, get) => {
    const put = (picked: ReadonlyMap<string, MessageRef>) => {
      const isCapped = picked.size > mostPicked;
      set({ picked: isCapped ? new Map([...picked].slice(0, mostPicked)) : picked, isCapped });
    };
    return {
      list: '',
      ...none,
      enter(list) {
        if (list !== get().list) set({ list, ...none });
      },
      toggle(refs) {
        const picked = new Map(get().picked);
        const areIn = refs.every(ref => picked.has(keyOf(ref)));
        for (const ref of refs) {
          if (areIn) picked.delete(keyOf(ref));
          else picked.set(keyOf(ref), ref);
        }
        put(picked);
      },
      pick(refs) {
        set({ isAll: false });
        put(new Map(refs.map(ref => [keyOf(ref), ref])));
      },
      selectAll: () => set({ ...none, isAll: true }),
      clear: () => set(none),
      range: (list, first, last) => rangeOf(bridge, list, get().isAll, first, last),
    };
  });
}

function keyOf({ accountId, messageId }: MessageRef): string {
  return `${accountId} ${messageId}`;
}

export function isSelected({ isAll, picked }: SelectionState, ref: MessageRef): boolean {
  return picked.has(keyOf(ref)) !== isAll;
}

/** @param total of the list */
export function countOf({ isAll, picked }: SelectionState, total: number): number {
  return isAll ? Math.max(0, total - picked.size) : picked.size;
}

/** As the process behind the window takes it. */
export function chosenOf({ isAll, picked }: SelectionState, question: Question): ChosenMessages {
  const refs = byAccount([...picked.values()]);
  return isAll ? { ...question, without: refs } : { which: 'these', messages: refs };
}

export function byAccount(refs: readonly MessageRef[]): Input<'library.drag'>['messages'] {
  const accounts = new Map<string, number[]>();
  for (const { accountId, messageId } of refs) {
    const ids = accounts.get(accountId);
    if (ids === undefined) accounts.set(accountId, [messageId]);
    else ids.push(messageId);
  }
  return [...accounts].map(([accountId, ids]) => ({ accountId, ids }));
}

/** Rows of a list asked for at a time. */
const atOnce = 500;

/** A list as the process behind the window is asked for its rows. */
export type ListInput =
  | { readonly call: 'library.messages'; readonly input: Paged<'library.messages'> }
  | { readonly call: 'library.search'; readonly input: Paged<'library.search'> };
type Paged<Name extends 'library.messages' | 'library.search'> = Omit<
  Input<Name>,
  'offset' | 'limit'
>;

async function rangeOf(
  bridge: Bridge,
  list: ListInput,
  isAll: boolean,
  first: number,
  last: number,
): Promise<readonly MessageRef[]> {
  const refs: MessageRef[] = [];
  const end = Math.min(last, first + mostPicked) + 1;
  for (let offset = first; offset < end; offset += atOnce) {
    const limit = Math.min(atOnce, end - offset);
    const rows = await pageOf(bridge, list, { offset, limit });
    const messages =
      rows && standsForSeveral(list) ? await behind(bridge, list, isAll, rows) : rows;
    if (messages === undefined) break;
    refs.push(...messages);
  }
  return refs;
}

/** Where a row is a conversation, it stands for all its messages. */
export function standsForSeveral(list: ListInput): boolean {
  return list.call === 'library.messages' && list.input.conversations === true;
}

/** The messages of conversations: of a list that is selected whole what it has of them, otherwise all. */
async function behind(
  bridge: Bridge,
  list: ListInput,
  isAll: boolean,
  rows: readonly MessageRef[],
): Promise<readonly MessageRef[] | undefined> {
  const mailbox = list.call === 'library.messages' ? list.input.mailbox : undefined;
  const refs: MessageRef[] = [];
  for (const { accountId, ids } of byAccount(rows)) {
    const asked = { accountId, ids, ...(isAll && { list: { mailbox } }) };
    const answer = await bridge.call('library.conversations', asked);
    if (!answer.ok) return undefined;
    for (const { accountId, ids } of answer.value) {
      refs.push(...ids.map(messageId => ({ accountId, messageId })));
    }
  }
  return refs;
}

async function pageOf(
  bridge: Bridge,
  list: ListInput,
  page: { offset: number; limit: number },
): Promise<readonly MessageRef[] | undefined> {
  const answer =
    list.call === 'library.search'
      ? await bridge.call('library.search', { ...list.input, ...page })
      : await bridge.call('library.messages', { ...list.input, ...page });
  if (!answer.ok) return undefined;
  return answer.value.rows.map(({ accountId, id }) => ({ accountId, messageId: id }));
}

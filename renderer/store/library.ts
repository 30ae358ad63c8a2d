import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, MessageRow, Output, ShownFailure, SortKey } from '../../shared/contract.ts';

/** In the place of an account's id: the messages of all accounts, by date, without folders and conversations. */
export const allAccounts = 'all-accounts';

/** Rows asked for at a time; two or three screens. */
export const pageSize = 100;
/** Pages kept: enough to scroll about without asking again, few enough for any memory. */
const pagesKept = 60;

export interface LibraryState {
  /** Or {@link allAccounts}. */
  readonly accountId: string | undefined;
  readonly mailboxes: Output<'library.mailboxes'>;
  /** What of the archive a later version of the app made, if anything. */
  readonly madeByLater: Output<'library.later'>['madeByLater'];
  /** Undefined: all of them. */
  readonly mailbox: string | undefined;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** Rows are conversations, always by date; asked for, they are not while an older list is gone through for them. */
  readonly grouping: 'none' | 'asked' | 'conversations';
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: ShownFailure | undefined;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly MessageRow[]>;
  /** Accounts that are not among all of them, and why. */
  readonly leftOut: NonNullable<Output<'library.messages'>['leftOut']>;
  open(accountId: string): Promise<void>;
  chooseMailbox(mailbox: string | undefined): Promise<void>;
  /** Sorts by this, or turns the order round where it is sorted by it already. */
  sortBy(sort: SortKey): Promise<void>;
  /** Whether each conversation is one row. */
  group(conversations: boolean): Promise<void>;
  /** Sees to it that these rows are there; indexes, both inclusive. */
  need(first: number, last: number): void;
  rowAt(index: number): MessageRow | undefined;
  refresh(): Promise<void>;
}

const newestFirst = { sort: 'date', descending: true } as const;

function grouped(isGrouping: boolean) {
  return { grouping: isGrouping ? 'conversations' : 'none' } as const;
}

/** The list of what is stored, in pages, of one account or of all. */
export function createLibraryStore(bridge: Bridge): StoreApi<LibraryState> {
  return createStore<LibraryState>((set, get) => {
    // Answers to an older question than the present one are of no use.
    let question = 0;
    let visible = [0];
    /** Of the lists of one account. */
    let isGrouping = false;
    let refreshing = false;
    let refreshAgain = false;
    /** The last request for each page: those before it may answer later, with what was there before. */
    const asked = new Map<number, symbol>();

    async function loadPage(page: number): Promise<void> {
      const { accountId, mailbox, sort, descending, grouping } = get();
      if (accountId === undefined) return;
      const mine = question;
      const request = Symbol();
      asked.set(page, request);
      const answer = await bridge.call('library.messages', {
        ...(accountId !== allAccounts && { accountId }),
        mailbox,
        sort,
        descending,
        offset: page * pageSize,
        limit: pageSize,
        conversations: grouping !== 'none',
      });
      if (mine !== question || asked.get(page) !== request) return;
      asked.delete(page);
      if (!answer.ok) return set({ status: 'failed', failure: answer.failure });
      const { rows, total, conversations, leftOut = [] } = answer.value;
      // Pages of both kinds do not fit together.
      const told = grouping === 'none' ? grouping : conversations ? 'conversations' : 'asked';
      const pages = new Map(told === get().grouping ? get().pages : []).set(page, rows);
      for (const old of pages.keys()) {
        if (pages.size <= pagesKept) break;
        if (!visible.includes(old)) pages.delete(old);
      }
      set({ pages, total, grouping: told, leftOut, status: 'ready', failure: undefined });
    }

    /** Another question: nothing that is there answers it. */
    async function ask(part: Partial<LibraryState>): Promise<void> {
      question += 1;
      asked.clear();
      visible = [0];
      const nothing = { failure: undefined, pages: new Map(), total: 0, leftOut: [] };
      set({ ...part, ...nothing, status: 'loading' });
      await loadPage(0);
    }

    /** What a list of this account, or of all, begins with. */
    function beginning(accountId: string): Partial<LibraryState> {
      const nothing = { mailboxes: [], madeByLater: undefined, mailbox: undefined };
      if (accountId !== allAccounts) return { accountId, ...nothing, ...grouped(isGrouping) };
      return { accountId, ...nothing, grouping: 'none', ...newestFirst };
    }

    async function loadMailboxes(accountId: string): Promise<void> {
      if (accountId === allAccounts) return;
      const answer = await bridge.call('library.mailboxes', { accountId });
      if (get().accountId !== accountId) return;
      if (answer.ok) set({ mailboxes: answer.value });
      else set({ status: 'failed', failure: answer.failure });
    }

    async function loadLater(accountId: string): Promise<void> {
      if (accountId === allAccounts) return;
      const answer = await bridge.call('library.later', { accountId });
      if (get().accountId === accountId && answer.ok) set(answer.value);
    }

    bridge.subscribe('library.changed', ({ accountId }) => {
      if ([accountId, allAccounts].includes(get().accountId ?? '')) void get().refresh();
    });

    for (const event of ['accounts.changed', 'archives.changed'] as const) {
      bridge.subscribe(event, () => {
        if (get().accountId === allAccounts) void get().refresh();
      });
    }

    return {
      accountId: undefined,
      mailboxes: [],
      madeByLater: undefined,
      mailbox: undefined,
      sort: 'date',
      descending: true,
      grouping: 'none',
      status: 'loading',
      failure: undefined,
      total: 0,
      pages: new Map(),
      leftOut: [],
      async open(accountId) {
        const isOpen = get().accountId === accountId;
        if (isOpen && get().status === 'ready') {
          // The last rows are shown while they load again.
          visible = [0];
          await Promise.all([get().refresh(), loadLater(accountId)]);
          return;
        }
        await Promise.all([
          ask(isOpen ? {} : beginning(accountId)),
          Promise.resolve().then(() => loadMailboxes(accountId)),
          Promise.resolve().then(() => loadLater(accountId)),
        ]);
      },
      chooseMailbox: mailbox => ask({ mailbox }),
      sortBy(sort) {
        const same = get().sort === sort;
        // Newest, largest and unread first; names from A.
        const descending = same ? !get().descending : sort !== 'sender' && sort !== 'subject';
        return ask({ sort, descending });
      },
      async group(conversations) {
        if (conversations === isGrouping) return;
        isGrouping = conversations;
        if (get().accountId !== allAccounts) await ask({ ...grouped(isGrouping), ...newestFirst });
      },
      need(first, last) {
        visible = [];
        for (let page = Math.floor(first / pageSize); page * pageSize <= last; page += 1) {
          visible.push(page);
          if (!get().pages.has(page) && !asked.has(page)) void loadPage(page);
        }
      },
      rowAt: index => get().pages.get(Math.floor(index / pageSize))?.[index % pageSize],
      async refresh() {
        const { accountId } = get();
        if (accountId === undefined) return;
        refreshAgain = refreshing;
        if (refreshing) return;
        refreshing = true;
        do {
          refreshAgain = false;
          const shown = [...visible];
          // Rows out of sight may have moved.
          set(state => ({
            pages: new Map([...state.pages].filter(([page]) => shown.includes(page))),
          }));
          await Promise.all([loadMailboxes(accountId), ...shown.map(loadPage)]);
        } while (refreshAgain);
        refreshing = false;
      },
    };
  });
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, FoundRow, Input, SearchAnswer, ShownFailure } from '../../shared/contract.ts';
import { unspaced } from '../../shared/search/marks.ts';
import { parse } from '../../shared/search/parse.ts';
import { print, printTerm } from '../../shared/search/print.ts';
import type { Query, Term } from '../../shared/search/query.ts';
import { pageSize } from './library.ts';
import { type FieldContent, takeChips, textOf } from './search-chips.ts';

/** Pages kept, as in the list of a folder. */
const pagesKept = 60;
/** Milliseconds without another letter after which a person rests. */
const resting = 120;
/** Milliseconds between two looks at an answer that grows. */
const betweenLooks = 1_000;
/** Parts of a query that are tried without, where nothing is found. */
const mostTried = 5;

export const searchSorts = ['newest', 'oldest', 'relevance'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** What would be found without a part of the query. */
interface Wider {
  readonly group: readonly Term[];
  readonly total: number;
  readonly atLeast: boolean;
}

export interface SearchState extends FieldContent {
  /** What is searched for, and the same as text; '' and nothing where nothing is. */
  readonly text: string;
  readonly query: Query;
  /** The text is longer than what is read of it. */
  readonly isCut: boolean;
  readonly sort: SearchSort;
  readonly status: 'none' | 'searching' | 'ready' | 'failed';
  readonly failure: ShownFailure | undefined;
  /** Of the last answer; of an older question while a newer one is under way. */
  readonly answer: Omit<SearchAnswer, 'rows'> | undefined;
  readonly pages: ReadonlyMap<number, readonly FoundRow[]>;
  /** Where nothing was found: parts without which something is. */
  readonly wider: readonly Wider[];
  /** Takes what stands in the field now; searches when the person rests. */
  type(typed: string): void;
  /** Searches for all that was typed at once. */
  finish(): void;
  /** The same where something was typed since. */
  settle(): void;
  /** Narrows. @param typed what is left in the field; as it is where absent */
  add(term: Term, typed?: string): void;
  /** Takes a chip away. */
  remove(chip: Term): void;
  /** Searches without a part of the query. */
  drop(group: readonly Term[]): void;
  clear(): void;
  /** Another text stands in the place of all that was searched for. */
  replace(text: string): void;
  sortBy(sort: SearchSort): void;
  need(first: number, last: number): void;
  rowAt(index: number): FoundRow | undefined;
  again(): Promise<void>;
}

/** What a person looks for, in all accounts at once, and what was found. */
export function createSearchStore(bridge: Bridge): StoreApi<SearchState> {
  return createStore<SearchState>((set, get) => {
    // Answers to an older question than the present one are of no use.
    let question = 0;
    let visible = [0];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let looking: ReturnType<typeof setTimeout> | undefined;
    const asked = new Set<number>();
    // What is there was found by an older question.
    let isStale = false;

    function input(page: number, query: Query): Input<'library.search'> {
      const { sort } = get();
      return {
        query,
        sort: sort === 'relevance' ? 'relevance' : 'date',
        descending: sort !== 'oldest',
        offset: page * pageSize,
        limit: pageSize,
      };
    }

    async function loadPage(page: number): Promise<void> {
      const mine = question;
      asked.add(page);
      for (let goesOn = true; goesOn; ) {
        const answer = await bridge.call('library.search', input(page, get().query));
        if (mine !== question) return;
        if (!answer.ok) {
          asked.delete(page);
          return set({ status: 'failed', failure: answer.failure });
        }
        const { rows, ...told } = answer.value;
        goesOn = told.goesOn;
        const pages = new Map(isStale ? [] : get().pages).set(page, rows);
        isStale = false;
        for (const old of pages.keys()) {
          if (pages.size <= pagesKept) break;
          if (!visible.includes(old)) pages.delete(old);
        }
        set({ pages, answer: told, status: goesOn ? 'searching' : 'ready', failure: undefined });
      }
      asked.delete(page);
      if (get().answer?.total === 0) await loadWider(mine);
    }

    async function loadWider(mine: number): Promise<void> {
      const { query } = get();
      if (query.length < 2) return;
      const wider: Wider[] = [];
      for (const group of query.slice(0, mostTried)) {
        const without = query.filter(each => each !== group);
        const answer = await bridge.call('library.search', { ...input(0, without), limit: 1 });
        if (mine !== question) return;
        if (!answer.ok || answer.value.total === 0) continue;
        wider.push({ group, total: answer.value.total, atLeast: answer.value.atLeast });
      }
      set({ wider });
    }

    /** Another question: what is there stays to be seen until the first answer comes. */
    function ask(part: Partial<SearchState>): void {
      clearTimeout(waiting);
      clearTimeout(looking);
      looking = undefined;
      question += 1;
      asked.clear();
      visible = [0];
      isStale = true;
      set(part);
      const { query, cut } = parse(textOf(get()));
      if (!asks(query)) {
        const nothing = { answer: undefined, pages: new Map(), wider: [], failure: undefined };
        set({ text: '', query: [], isCut: false, status: 'none', ...nothing });
        return;
      }
      set({ text: textOf(get()), query, isCut: cut, status: 'searching', wider: [] });
      void loadPage(0);
    }

    /** What is found changes while mail arrives and the index is made: looked at now and then. */
    function lookAgain(): void {
      if (get().status !== 'ready') return;
      looking ??= setTimeout(() => {
        looking = undefined;
        if (get().status === 'ready') void get().again();
      }, betweenLooks);
    }
    bridge.subscribe('library.changed', lookAgain);
    bridge.subscribe('search.changed', lookAgain);

    return {
      chips: [],
      typed: '',
      text: '',
      query: [],
      isCut: false,
      sort: 'newest',
      status: 'none',
      failure: undefined,
      answer: undefined,
      pages: new Map(),
      wider: [],
      type(typed) {
        const taken = takeChips(typed, false);
        const chips = [...get().chips, ...taken.chips];
        if (taken.chips.length > 0) return ask({ chips, typed: taken.typed });
        set({ typed });
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          if (textOf(get()) !== get().text) ask({});
        }, resting);
      },
      finish() {
        const taken = takeChips(get().typed, true);
        ask({ chips: [...get().chips, ...taken.chips], typed: taken.typed });
      },
      settle() {
        if (textOf(get()) !== get().text) get().finish();
      },
      add(term, typed = get().typed) {
        const written = printTerm(term);
        const chips = get().chips.filter(chip => printTerm(chip) !== written);
        ask({ chips: [...chips, term], typed });
      },
      remove(chip) {
        const written = printTerm(chip);
        ask({ chips: get().chips.filter(each => printTerm(each) !== written) });
      },
      drop: group => ask(takeChips(without(textOf(get()), group), true)),
      clear: () => ask({ chips: [], typed: '' }),
      replace(text) {
        if (text !== get().text) ask(takeChips(text, true));
      },
      sortBy: sort => ask({ sort }),
      need(first, last) {
        visible = [];
        for (let page = Math.floor(first / pageSize); page * pageSize <= last; page += 1) {
          visible.push(page);
          if (!isStale && !get().pages.has(page) && !asked.has(page)) void loadPage(page);
        }
      },
      rowAt: index => get().pages.get(Math.floor(index / pageSize))?.[index % pageSize],
      async again() {
        if (get().status === 'none') return;
        const shown = [...visible];
        // Rows out of sight may have moved.
        set(state => ({
          pages: new Map([...state.pages].filter(([page]) => shown.includes(page))),
        }));
        await Promise.all(shown.map(loadPage));
      },
    };
  });
}

/** Whether there is enough to look for: one letter fits nearly everything. */
function asks(query: Query): boolean {
  return query.flat().some(term => {
    if (term.kind !== 'words' || term.exact) return true;
    return term.text.length > 1 || unspaced.test(term.text);
  });
}

function without(text: string, group: readonly Term[]): string {
  const { query, spans } = parse(text);
  const written = print([[...group]]);
  const at = query.findIndex(each => print([each]) === written);
  const before = query.slice(0, at).flat().length;
  const start = spans[before]?.[0];
  const end = spans[before + group.length - 1]?.[1];
  if (at < 0 || start === undefined || end === undefined) return text;
  return text.slice(0, start) + text.slice(end).trimStart();
}

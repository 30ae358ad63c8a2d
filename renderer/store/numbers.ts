import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Numbers, ShownFailure } from '../../shared/contract.ts';

/** No mail is older; a Date header may say anything. */
const firstYear = 1971;
/** Milliseconds between two counts of what grows. */
const betweenCounts = 5_000;

export const measures = ['messages', 'bytes'] as const;
/** What the bars are as long as. */
export type Measure = (typeof measures)[number];

export interface NumbersState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly numbers: Numbers | undefined;
  readonly failure: ShownFailure | undefined;
  readonly measure: Measure;
  /** Counts one account, or all, and again when there is more, until {@link NumbersState.leave}. */
  open(accountId: string | undefined): Promise<void>;
  leave(): void;
  measureBy(measure: Measure): void;
}

/** What is stored, in numbers. */
export function createNumbersStore(bridge: Bridge): StoreApi<NumbersState> {
  return createStore(set => {
    // The answer to an older question is of no use.
    let question = 0;
    let present: { readonly accountId: string | undefined } | undefined;
    let looking: ReturnType<typeof setTimeout> | undefined;

    async function count(): Promise<void> {
      if (present === undefined) return;
      question += 1;
      const mine = question;
      const input = { ...present, firstYear, starts: startsOfYears() };
      const answer = await bridge.call('library.numbers', input);
      if (mine !== question) return;
      if (answer.ok) set({ status: 'ready', numbers: answer.value, failure: undefined });
      else set({ status: 'failed', failure: answer.failure });
    }

    function lookAgain(): void {
      if (present === undefined) return;
      looking ??= setTimeout(() => {
        looking = undefined;
        void count();
      }, betweenCounts);
    }
    bridge.subscribe('library.changed', lookAgain);
    bridge.subscribe('search.changed', lookAgain);
    bridge.subscribe('archives.changed', lookAgain);

    return {
      status: 'loading',
      numbers: undefined,
      failure: undefined,
      measure: 'messages',
      async open(accountId) {
        present = { accountId };
        set({ status: 'loading', numbers: undefined, failure: undefined });
        await count();
      },
      leave() {
        present = undefined;
        question += 1;
        clearTimeout(looking);
        looking = undefined;
      },
      measureBy: measure => set({ measure }),
    };
  });
}

/** In the person's time zone, up to the one behind next year: clocks of senders go wrong. */
function startsOfYears(): number[] {
  const last = new Date().getFullYear() + 2;
  return Array.from({ length: last - firstYear + 1 }, (_, index) =>
    new Date(firstYear + index, 0, 1).getTime(),
  );
}

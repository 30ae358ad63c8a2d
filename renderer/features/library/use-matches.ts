import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../../shared/contract.ts';
import { type Mark, marker } from '../../../shared/search/marks.ts';
import type { View } from '../../store/message.ts';
import { useStores } from '../../store/stores.ts';

/** Characters of text shown: more than anybody reads, and few enough to be laid out at once. */
export const mostText = 500_000;
/** Marks in a text that are gone through; as many as on a page. */
const mostMarks = 1_000;

/** What was looked for in the message, in the view that is shown. */
export interface Matches {
  readonly count: number;
  /** The one that is gone to, from 1; 0 where there is none. */
  readonly present: number;
  readonly inText: readonly Mark[];
  /** Goes on by so many, round the end. */
  step(by: 1 | -1): void;
}

/** The matches of the message that is read, and the keys that go through them. */
export function useMatches(message: Message | undefined, view: View): Matches {
  const query = useStore(useStores().message, state => state.query);
  const text = view === 'text' ? message?.text : undefined;
  const inText = useMemo(
    () => (text && marker(query, 'body')?.(text.slice(0, mostText), mostMarks)) || [],
    [query, text],
  );
  const onPage = view === 'page' ? (message?.pageMarks ?? 0) : 0;
  const count = view === 'page' ? onPage : inText.length;
  const [at, setAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page or text has matches of its own
  useEffect(() => setAt(0), [message, view]);
  const step = (by: 1 | -1) => setAt(before => (before + by + count) % Math.max(1, count));
  useEffect(() => {
    if (count === 0) return;
    const hear = (event: KeyboardEvent) => {
      const isNext = event.key === 'F3' && !event.altKey;
      const isAgain = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'g';
      if (!isNext && !isAgain) return;
      event.preventDefault();
      const by = event.shiftKey ? -1 : 1;
      setAt(before => (before + by + count) % count);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [count]);
  return { count, present: count === 0 ? 0 : Math.min(at, count - 1) + 1, inText, step };
}

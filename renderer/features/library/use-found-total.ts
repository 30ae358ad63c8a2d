import { useCallback } from 'react';
import { useWords } from '../../words/use-words.ts';

interface Total {
  readonly total: number;
  /** There are more, which nobody counted. */
  readonly atLeast: boolean;
}

/** How many were found, in words. */
export function useFoundTotal(): (found: Total) => string {
  const { t } = useWords();
  return useCallback(
    ({ total, atLeast }) =>
      atLeast ? t('find.atLeast', { count: total }) : t('library.total', { count: total }),
    [t],
  );
}

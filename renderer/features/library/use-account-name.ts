import { useCallback } from 'react';
import { titleOf, useShelves } from '../../parts/use-shelves.ts';

/** What an account is called in rows of several accounts; undefined where there is one alone. */
export function useAccountName(): (accountId: string) => string | undefined {
  const shelves = useShelves();
  return useCallback(
    accountId => (shelves.length > 1 ? titleOf(shelves, accountId) : undefined),
    [shelves],
  );
}

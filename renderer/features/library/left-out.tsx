import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { titleOf, useShelves } from '../../parts/use-shelves.ts';
import { useStores } from '../../store/stores.ts';
import { useWords } from '../../words/use-words.ts';
import { Note } from './found-note.tsx';

/** Accounts whose messages the list of all accounts does not have, and why. */
export function LeftOut(): ReactElement | null {
  const { t } = useWords();
  const leftOut = useStore(useStores().library, state => state.leftOut);
  const shelves = useShelves();
  if (leftOut.length === 0) return null;
  return (
    <div className="found-notes" role="status">
      {leftOut.map(({ accountId, reason }) => (
        <Note key={accountId} icon="info">
          {t(`library.leftOut.${reason}`, { name: titleOf(shelves, accountId) ?? '' })}
        </Note>
      ))}
    </div>
  );
}

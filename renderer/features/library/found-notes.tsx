import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { titleOf, useShelves } from '../../parts/use-shelves.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { Note } from './found-note.tsx';
import { OnServer } from './on-server.tsx';
import { UnreadableList } from './unreadable-list.tsx';

/** What the search did not look into, and why, and what the servers have besides. */
export function FoundNotes(): ReactElement | null {
  const { t } = useWords();
  const { search, searchIndexes } = useStores();
  const { answer, isCut } = useStore(search);
  const { openList, switchTo } = searchIndexes.getState();
  const shelves = useShelves();
  if (answer === undefined) return null;
  const { searched, unreadable, leftOut } = answer;
  return (
    <div className="found-notes">
      {isCut && <Note icon="info">{t('find.cut')}</Note>}
      {searched.done < searched.of && <Note icon="clock">{t('find.behind', searched)}</Note>}
      {leftOut.map(({ accountId, reason }) => (
        <Note key={accountId} icon="info">
          {t(`find.leftOut.${reason}`, { name: titleOf(shelves, accountId) ?? '' })}
          {reason === 'off' && (
            <Button kind="quiet" size="small" onClick={() => void switchTo(accountId, true)}>
              {t('find.turnOn')}
            </Button>
          )}
        </Note>
      ))}
      {unreadable > 0 && (
        <Note icon="info">
          {t('find.unreadable', { count: unreadable })}
          <Button kind="quiet" size="small" onClick={() => void openList()}>
            {t('find.show')}
          </Button>
        </Note>
      )}
      <OnServer />
      <UnreadableList />
    </div>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShelves } from '../../parts/use-shelves.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon, type IconName } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { UnreadableList } from './unreadable-list.tsx';

/** What the search did not look into, and why. */
export function FoundNotes(): ReactElement | null {
  const { t } = useWords();
  const { search, searchIndexes } = useStores();
  const { answer, isCut } = useStore(search);
  const { openList, switchTo } = searchIndexes.getState();
  const shelves = useShelves();
  if (answer === undefined) return null;
  const { searched, unreadable, leftOut } = answer;
  const nameOf = (accountId: string) => shelves.find(({ id }) => id === accountId)?.title ?? '';
  return (
    <div className="found-notes">
      {isCut && <Note icon="info">{t('find.cut')}</Note>}
      {searched.done < searched.of && <Note icon="clock">{t('find.behind', searched)}</Note>}
      {leftOut.map(({ accountId, reason }) => (
        <Note key={accountId} icon="info">
          {t(`find.leftOut.${reason}`, { name: nameOf(accountId) })}
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
      <UnreadableList />
    </div>
  );
}

function Note({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <div className="found-note small quiet">
      <Icon name={icon} small />
      <p>{children}</p>
    </div>
  );
}

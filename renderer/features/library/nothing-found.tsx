import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { print } from '../../../shared/search/print.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { useWords } from '../../words/use-words.ts';
import { useFoundTotal } from './use-found-total.ts';
import { useGroupWords } from './use-term-words.ts';

/** Where nothing fits: what would find more. */
export function NothingFound(): ReactElement {
  const { t } = useWords();
  const { search, accounts } = useStores();
  const { wider, drop } = useStore(search);
  const leftOut = useStore(accounts, state =>
    state.accounts.reduce((sum, { profile }) => sum + profile.leftOut.length, 0),
  );
  const groupWords = useGroupWords();
  const found = useFoundTotal();
  return (
    <Empty
      icon="search"
      title={t('find.nothing')}
      text={t('find.nothingText')}
      actions={
        <>
          {wider.length > 0 && (
            <div className="found-wider">
              {wider.map(each => (
                <Button
                  key={print([[...each.group]])}
                  size="small"
                  onClick={() => drop(each.group)}
                >
                  {t('find.without', { term: groupWords(each.group), found: found(each) })}
                </Button>
              ))}
            </div>
          )}
          {leftOut > 0 && (
            <p className="small quiet">{t('find.notArchived', { count: leftOut })}</p>
          )}
        </>
      }
    />
  );
}

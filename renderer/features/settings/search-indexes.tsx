import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountIndex } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { titleOf, useShelves } from '../../parts/use-shelves.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Toggle } from '../../ui/controls/check.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords, type Words } from '../../words/use-words.ts';
import { SettingsGroup } from './settings-group.tsx';

/** Which accounts are searched, and what that takes on the disk. */
export function SearchIndexes(): ReactElement | null {
  const { t } = useWords();
  const { searchIndexes } = useStores();
  const { indexes, failure, load } = useStore(searchIndexes);
  const shelves = useShelves();
  useEffect(() => {
    void load();
  }, [load]);
  if (failure === undefined && indexes.length === 0) return null;
  return (
    <SettingsGroup title={t('settings.search')}>
      {failure !== undefined && (
        <FailureNotice failure={failure} ways={{ 'try-again': () => void load() }} />
      )}
      {indexes.map(index => {
        const name = titleOf(shelves, index.accountId);
        return name && <IndexRow key={index.accountId} index={index} name={name} />;
      })}
    </SettingsGroup>
  );
}

function IndexRow({ index, name }: { readonly index: AccountIndex; readonly name: string }) {
  const words = useWords();
  const { t } = words;
  const { switchTo, remove } = useStores().searchIndexes.getState();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <div className="set">
      <Toggle
        label={t('settings.searchIn', { name })}
        hint={stateWords(words, index)}
        on={index.on}
        onChange={on => void switchTo(index.accountId, on)}
      />
      {index.bytes > 0 && (
        <Button
          size="small"
          aria-label={t('settings.searchDeleteNamed', { name })}
          onClick={() => setAsked(true)}
        >
          {t('settings.searchDelete')}
        </Button>
      )}
      <Dialog
        title={t('settings.searchDeleteTitle', { name })}
        open={asked}
        onClose={close}
        safe={<Button onClick={close}>{t('action.cancel')}</Button>}
        acting={
          <Button
            kind="danger"
            onClick={() => {
              close();
              void remove(index.accountId);
            }}
          >
            {t('settings.searchDeleteDo')}
          </Button>
        }
      >
        <p>{t('settings.searchDeleteText')}</p>
        <p className="small quiet">{t('settings.searchHint')}</p>
      </Dialog>
    </div>
  );
}

function stateWords(words: Words, index: AccountIndex): string {
  const { t } = words;
  const size = words.fileSize(index.bytes);
  switch (index.state) {
    case 'off':
      return t('settings.searchOff');
    case 'failed':
      return index.failure === undefined
        ? t('settings.searchFailed')
        : words.failure(index.failure).message;
    case 'waiting':
      return t('settings.searchWaiting', { size });
    case 'indexing':
      return t('settings.searchIndexing', { done: index.done, of: index.of, size });
    case 'ready':
      return t('settings.searchReady', { size });
  }
}

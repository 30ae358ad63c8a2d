import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

/** The attachments whose text the search does not know; each leads to its message. */
export function UnreadableList(): ReactElement {
  const { t, day, fileSize } = useWords();
  const stores = useStores();
  const { isListOpen, unreadable, failure, closeList, openList } = useStore(stores.searchIndexes);
  const openMessage = (accountId: string, messageId: number) => {
    closeList();
    void stores.message.getState().open(accountId, messageId);
  };
  return (
    <Dialog
      title={t('find.list.title')}
      open={isListOpen}
      onClose={closeList}
      safe={<Button onClick={closeList}>{t('action.close')}</Button>}
    >
      <p>{t('find.list.text')}</p>
      {failure !== undefined && (
        <FailureNotice failure={failure} ways={{ 'try-again': () => void openList() }} />
      )}
      {unreadable === undefined && failure === undefined && <Skeleton lines={4} />}
      {unreadable?.total === 0 && <p className="quiet">{t('find.list.none')}</p>}
      <ul className="unreadable">
        {unreadable?.rows.map(row => (
          <li key={`${row.accountId} ${row.messageId} ${row.name} ${row.size}`}>
            <button type="button" onClick={() => openMessage(row.accountId, row.messageId)}>
              <span className="strong cut">{row.name || t('message.noName')}</span>
              <span className="small quiet">
                {t(`find.list.reason.${row.reason}`)} · {fileSize(row.size)}
              </span>
              <span className="small quiet cut">
                {row.sender || t('library.noSender')} · {row.subject || t('library.noSubject')} ·{' '}
                {day(row.date)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {unreadable !== undefined && unreadable.rows.length < unreadable.total && (
        <p className="small quiet">{t('find.list.more', { count: unreadable.rows.length })}</p>
      )}
    </Dialog>
  );
}

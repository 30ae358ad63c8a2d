import type { ReactElement } from 'react';
import type { MessageRow } from '../../../shared/contract.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';

/** A message in the list: who and when, about what, how large. */
export function MessageRowView({ row }: { readonly row: MessageRow | undefined }): ReactElement {
  const { t, shortTime, fileSize } = useWords();
  if (row === undefined) return <div className="message-row-waiting" aria-hidden="true" />;
  return (
    <div className="message-row" data-unread={row.unread || undefined}>
      <span className="message-row-sender cut">
        {row.unread && <span className="unseen">{t('library.rowUnread')} </span>}
        {row.sender || t('library.noSender')}
      </span>
      <span className="message-row-end">{shortTime(row.date)}</span>
      <span className="cut">{row.subject || t('library.noSubject')}</span>
      <span className="message-row-end">
        {row.attachments > 0 && (
          <>
            <Icon name="clip" small />
            <span className="unseen">{t('message.attachments', { count: row.attachments })}</span>
          </>
        )}
        {fileSize(row.size)}
      </span>
    </div>
  );
}

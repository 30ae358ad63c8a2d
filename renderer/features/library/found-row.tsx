import type { ReactElement } from 'react';
import type { FoundRow } from '../../../shared/contract.ts';
import type { Mark } from '../../../shared/search/marks.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Marked } from '../../ui/lists/marked.tsx';
import { useWords } from '../../words/use-words.ts';

type Find = ((text: string) => readonly Mark[]) | undefined;

interface Props {
  readonly row: FoundRow | undefined;
  readonly inSender: Find;
  readonly inSubject: Find;
}

/** A message that was found: who and when, about what, and the words around what was looked for. */
export function FoundRowView({ row, inSender, inSubject }: Props): ReactElement {
  const { t, shortTime } = useWords();
  if (row === undefined) return <div className="message-row-waiting" aria-hidden="true" />;
  const { sender, subject, snippet, attachments } = row;
  return (
    <div className="message-row found-row" data-unread={row.unread || undefined}>
      <span className="message-row-sender cut">
        {row.unread && <span className="unseen">{t('library.rowUnread')} </span>}
        {sender === '' ? (
          t('library.noSender')
        ) : (
          <Marked text={sender} marks={inSender?.(sender) ?? []} />
        )}
      </span>
      <span className="message-row-end">{shortTime(row.date)}</span>
      <span className="cut">
        {subject === '' ? (
          t('library.noSubject')
        ) : (
          <Marked text={subject} marks={inSubject?.(subject) ?? []} />
        )}
      </span>
      <span className="message-row-end">
        {attachments > 0 && (
          <>
            <Icon name="clip" small />
            <span aria-hidden="true">{attachments}</span>
            <span className="unseen">{t('message.attachments', { count: attachments })}</span>
          </>
        )}
      </span>
      <span className="found-snippet">
        {snippet.attachment !== undefined && (
          <>{t('find.inAttachment', { name: snippet.attachment })} </>
        )}
        <Marked text={snippet.text} marks={snippet.marks} />
      </span>
    </div>
  );
}

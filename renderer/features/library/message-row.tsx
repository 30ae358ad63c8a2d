import type { ReactElement, ReactNode } from 'react';
import type { MessageRow } from '../../../shared/contract.ts';
import type { Mark } from '../../../shared/search/marks.ts';
import { isOutgoing } from '../../store/own-mail.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Marked } from '../../ui/lists/marked.tsx';
import { useWords } from '../../words/use-words.ts';
import type { RowLayout } from './row-layout.ts';

type Find = ((text: string) => readonly Mark[]) | undefined;

interface Props {
  readonly row: MessageRow | undefined;
  readonly layout: RowLayout;
  /** Whose it is, where the list has those of several accounts. */
  readonly account?: string | undefined;
  /** The first words of the message, or those around what was looked for. */
  readonly snippet: ReactNode;
  /** Messages of its conversation. */
  readonly count?: number | undefined;
  /** The list is in order of size, or has a column for it. */
  readonly showsSize: boolean;
  /** Every row of the list is of the person's own mail, and the header says so. */
  readonly isAllOutgoing?: boolean;
  readonly inSender?: Find;
  readonly inSubject?: Find;
}

/** Bytes from which a size says something to anybody. */
const large = 5_000_000;

/** A message in a list: who and when, about what, and its first words. */
export function MessageRowView(props: Props): ReactElement {
  const { t, shortTime, fileSize } = useWords();
  const { row, layout, account, snippet, count = 1, showsSize, inSubject } = props;
  if (row === undefined) return <div className="message-row-waiting" aria-hidden="true" />;
  const { subject, size } = row;
  return (
    <div
      className="message-row"
      data-unread={row.unread || undefined}
      data-columns={layout.hasColumns || undefined}
    >
      <span className="message-row-who">
        {row.unread && <span className="unseen">{t('library.rowUnread')} </span>}
        <span className="message-row-sender cut">
          <Who {...props} row={row} />
        </span>
        {count > 1 && (
          <span className="message-row-count">
            <span aria-hidden="true">{count}</span>
            <span className="unseen">{t('library.inConversation', { count })}</span>
          </span>
        )}
      </span>
      <span className="message-row-date">{shortTime(row.date)}</span>
      <span className="message-row-subject cut">
        {subject === '' ? (
          t('library.noSubject')
        ) : (
          <Marked text={subject} marks={inSubject?.(subject) ?? []} />
        )}
        {layout.hasColumns && <span className="message-row-inline"> {snippet}</span>}
      </span>
      <span className="message-row-extra">
        {account !== undefined && <span className="message-row-account cut">{account}</span>}
        <Clip attachments={row.attachments} />
        {!layout.hasColumns && (showsSize || size >= large) && fileSize(size)}
      </span>
      {layout.hasColumns ? (
        <span className="message-row-size">{fileSize(size)}</span>
      ) : (
        layout.lines > 0 && (
          <span className="message-row-snippet" data-lines={layout.lines}>
            {snippet}
          </span>
        )
      )}
    </div>
  );
}

function Who({ row, isAllOutgoing = false, inSender }: Props & { readonly row: MessageRow }) {
  const { t } = useWords();
  if (isOutgoing(row.mailbox) && row.recipients !== '') {
    return isAllOutgoing ? row.recipients : t('library.rowTo', { names: row.recipients });
  }
  if (row.sender === '') return t('library.noSender');
  return <Marked text={row.sender} marks={inSender?.(row.sender) ?? []} />;
}

function Clip({ attachments }: { readonly attachments: number }): ReactElement | null {
  const { t } = useWords();
  if (attachments === 0) return null;
  return (
    <>
      <Icon name="clip" small />
      <span aria-hidden="true">{attachments}</span>
      <span className="unseen">{t('message.attachments', { count: attachments })}</span>
    </>
  );
}

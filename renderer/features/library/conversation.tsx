import { type CSSProperties, type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { titleOf, useShelves } from '../../parts/use-shelves.ts';
import { isInbox } from '../../store/inbox-first.ts';
import { isOutgoing } from '../../store/own-mail.ts';
import { useStores } from '../../store/stores.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import './conversation.css';

type Row = Output<'library.conversation'>[number];

/** Rem. */
const rowHeight = 1.75;
/** Rows that are seen at once. */
const mostSeen = 5;

/** The messages of the conversation that the open one belongs to, oldest first, over all folders and accounts. */
export function Conversation(): ReactElement | null {
  const { t } = useWords();
  const stores = useStores();
  const wanted = useStore(stores.settings, state => state.settings.conversations);
  const { accountId, messageId, query, open } = useStore(stores.message);
  const { rows, follow, leave } = useStore(stores.conversation);
  useEffect(() => {
    if (!wanted || accountId === undefined || messageId === undefined) leave();
    else void follow(accountId, messageId);
  }, [wanted, accountId, messageId, follow, leave]);
  if (rows.length === 0) return null;
  const chosen = rows.findIndex(row => row.accountId === accountId && row.id === messageId);
  const style = { '--rows': Math.min(rows.length, mostSeen) } as CSSProperties;
  return (
    <section className="conversation" style={style} aria-label={t('library.conversation')}>
      <h2 className="conversation-head small quiet">
        {t('library.inConversation', { count: rows.length })}
      </h2>
      <VirtualList
        label={t('library.conversation')}
        count={rows.length}
        rowHeight={rowHeight}
        chosen={chosen}
        onChoose={index => {
          const row = rows[index];
          if (row !== undefined) void open(row.accountId, row.id, query);
        }}
        renderRow={index => {
          const row = rows[index];
          return row && <ConversationRow row={row} isElsewhere={row.accountId !== accountId} />;
        }}
      />
    </section>
  );
}

function ConversationRow(props: { readonly row: Row; readonly isElsewhere: boolean }) {
  const { t, shortTime } = useWords();
  const { row, isElsewhere } = props;
  const title = titleOf(useShelves(), row.accountId) ?? '';
  const folder = isInbox(row.mailbox) ? t('specialFolders.inbox') : row.mailbox;
  return (
    <span className="conversation-row" data-unread={row.unread || undefined}>
      <span className="conversation-who cut">
        {row.unread && <span className="unseen">{t('library.rowUnread')} </span>}
        {isOutgoing(row.mailbox) && row.recipients !== ''
          ? t('library.rowTo', { names: row.recipients })
          : row.sender || t('library.noSender')}
      </span>
      {row.attachments > 0 && (
        <>
          <Icon name="clip" small />
          <span className="unseen">{t('message.attachments', { count: row.attachments })}</span>
        </>
      )}
      <span className="conversation-place cut small quiet">
        {isElsewhere ? `${title} · ${folder}` : folder}
      </span>
      <span className="conversation-date small quiet">{shortTime(row.date)}</span>
    </span>
  );
}

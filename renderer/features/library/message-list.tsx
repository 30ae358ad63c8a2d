import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Empty } from '../../ui/feedback/empty.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { ListHead } from './list-head.tsx';
import { MessageRowView } from './message-row.tsx';
import { focusSearch } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useSelection } from './use-selection.ts';

interface Props {
  readonly accountId: string;
  /** Index of the row that is open; −1 where none is. */
  readonly chosen: number;
  onChoose(index: number): void;
  /** The person wants to read what is chosen. */
  onEnter(): void;
}

/** Where the keyboard comes back to from a message. */
export const messageListId = 'library-messages';

/** Height of a row with its two lines, in rem. */
const rowHeight = 3.5;

export function MessageList({ accountId, chosen, onChoose, onEnter }: Props): ReactElement {
  const { t } = useWords();
  const { total, status, failure, rowAt, need, refresh, mailbox, sort, descending } = useStore(
    useStores().library,
  );
  const ways = useAccountWays(accountId);
  const key = JSON.stringify([accountId, mailbox, sort, descending]);
  const selection = useSelection({
    key,
    list: { call: 'library.messages', input: { accountId, mailbox, sort, descending } },
    refAt(index) {
      const row = rowAt(index);
      return row && { accountId, messageId: row.id };
    },
  });
  return (
    <section className="message-list" aria-label={t('library.messages')}>
      <ListHead />
      {failure !== undefined && (
        <div className="message-list-notice">
          <FailureNotice failure={failure} ways={{ ...ways, 'try-again': () => void refresh() }} />
        </div>
      )}
      {status === 'ready' && total === 0 ? (
        <Nothing />
      ) : (
        <VirtualList
          key={key}
          id={messageListId}
          label={t('library.messages')}
          count={total}
          rowHeight={rowHeight}
          chosen={chosen}
          onChoose={onChoose}
          onEnter={onEnter}
          onLeave={focusSearch}
          onVisible={need}
          selection={selection}
          renderRow={index => <MessageRowView row={rowAt(index)} />}
        />
      )}
      <SelectionBar
        question={{ which: 'folder', accountId, ...(mailbox !== undefined && { mailbox }) }}
        total={total}
      />
    </section>
  );
}

function Nothing(): ReactElement {
  const { t } = useWords();
  const mailboxes = useStore(useStores().library, state => state.mailboxes);
  if (mailboxes.some(({ messages }) => messages > 0)) {
    return <Empty icon="folder" title={t('library.emptyFolder')} />;
  }
  return <Empty icon="inbox" title={t('library.emptyTitle')} text={t('library.emptyText')} />;
}

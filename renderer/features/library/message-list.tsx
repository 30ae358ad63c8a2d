import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { ListControls } from './list-controls.tsx';
import { MessageRowView } from './message-row.tsx';

interface Props {
  readonly accountId: string;
  /** A message was chosen. */
  onOpen(): void;
  /** The person wants to read what is chosen. */
  onEnter(): void;
}

/** Height of a row with its two lines, in rem. */
const rowHeight = 3.5;

export function MessageList({ accountId, onOpen, onEnter }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { total, status, failure, rowAt, need, refresh, mailbox, sort, descending, filters } =
    useStore(stores.library);
  const openId = useStore(stores.message, state => state.messageId);
  const [chosen, setChosen] = useState(-1);
  const choose = (index: number) => {
    setChosen(index);
    const row = rowAt(index);
    if (row === undefined) return;
    void stores.message.getState().open(accountId, row.id);
    onOpen();
  };
  return (
    <section className="message-list" aria-label={t('library.messages')}>
      <ListControls />
      {failure !== undefined && (
        <FailureNotice
          failure={failure}
          actions={<Button onClick={refresh}>{t('action.tryAgain')}</Button>}
        />
      )}
      {status === 'ready' && total === 0 ? (
        <Empty />
      ) : (
        <VirtualList
          key={JSON.stringify([accountId, mailbox, sort, descending, filters])}
          label={t('library.messages')}
          count={total}
          rowHeight={rowHeight}
          chosen={rowAt(chosen)?.id === openId ? chosen : -1}
          onChoose={choose}
          onEnter={onEnter}
          onVisible={need}
          renderRow={index => <MessageRowView row={rowAt(index)} />}
        />
      )}
    </section>
  );
}

function Empty(): ReactElement {
  const { t } = useWords();
  const { filters, mailboxes } = useStore(useStores().library);
  if (Object.values(filters).some(each => each !== undefined)) {
    return <p className="library-empty">{t('library.emptyFilter')}</p>;
  }
  if (mailboxes.some(({ messages }) => messages > 0)) {
    return <p className="library-empty">{t('library.emptyFolder')}</p>;
  }
  return (
    <div className="library-empty">
      <h2>{t('library.emptyTitle')}</h2>
      <p>{t('library.emptyText')}</p>
    </div>
  );
}

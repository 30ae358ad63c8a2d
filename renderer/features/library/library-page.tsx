import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panes } from '../../ui/layout/panes.tsx';
import { useWords } from '../../words/use-words.ts';
import { MessageList, messageListId } from './message-list.tsx';
import { MessageView } from './message-view.tsx';
import { useShelves } from './use-shelves.ts';
import './library-page.css';

/** Where a message stands once it was opened, so that the keyboard can follow. */
const messageId = 'library-message';

/** Pixels of the list until a person gives it others. */
const usualWidth = 376;

/** Reading what is stored: the list and the message; the folders stand beside the places. */
export function LibraryPage({
  accountId,
}: {
  readonly accountId: string | undefined;
}): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const shelves = useShelves();
  const present = shelves.find(({ id }) => id === accountId) ?? shelves[0];
  const { go } = stores.place.getState();
  if (present === undefined) {
    return (
      <Page title={t('places.library')}>
        <Empty
          icon="library"
          title={t('library.noAccountTitle')}
          text={t('library.noAccountText')}
          actions={
            <Button kind="primary" onClick={() => go({ at: 'set-up' })}>
              {t('accounts.add')}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <div className="library">
      <h1 className="unseen">{t('places.library')}</h1>
      <Later />
      <Reading key={present.id} accountId={present.id} />
    </div>
  );
}

function Later(): ReactElement | null {
  const { t } = useWords();
  const { library } = useStores();
  const madeByLater = useStore(library, state => state.madeByLater);
  if (madeByLater === undefined) return null;
  return (
    <div className="library-later">
      <Notice kind="needs" message={t(`library.later.${madeByLater}`)} />
    </div>
  );
}

function Reading({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { settings, change } = useStore(stores.settings);
  const rowAt = useStore(stores.library, state => state.rowAt);
  const total = useStore(stores.library, state => state.total);
  const openId = useStore(stores.message, state => state.messageId);
  const [front, setFront] = useState<1 | 2>(1);
  const [last, setLast] = useState(-1);
  // The row may stand elsewhere by now.
  const chosen = rowAt(last)?.id === openId ? last : -1;
  useEffect(() => {
    document.title = `${t('places.library')} – Mailstow`;
    void stores.library.getState().open(accountId);
    return stores.message.getState().close;
  }, [stores, accountId, t]);
  const choose = (index: number) => {
    setLast(index);
    const row = rowAt(index);
    if (row === undefined) return;
    void stores.message.getState().open(accountId, row.id);
    setFront(2);
  };
  const backToList = () => {
    setFront(1);
    document.getElementById(messageListId)?.focus();
  };
  return (
    <Panes
      width={settings.panes.at(-1) ?? usualWidth}
      label={t('library.resizeList')}
      front={front}
      onResize={width => void change({ panes: [width] })}
      panes={[
        <MessageList
          key="list"
          accountId={accountId}
          chosen={chosen}
          onChoose={choose}
          onEnter={() => document.getElementById(messageId)?.focus()}
        />,
        <MessageView
          key="message"
          id={messageId}
          onBack={backToList}
          onPrevious={chosen > 0 ? () => choose(chosen - 1) : undefined}
          onNext={chosen >= 0 && chosen < total - 1 ? () => choose(chosen + 1) : undefined}
        />,
      ]}
    />
  );
}

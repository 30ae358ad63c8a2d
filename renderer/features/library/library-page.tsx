import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { hasSeveralArchives, useShelves } from '../../parts/use-shelves.ts';
import { allAccounts } from '../../store/library.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panes } from '../../ui/layout/panes.tsx';
import { useMedia } from '../../ui/layout/use-media.ts';
import { useWords } from '../../words/use-words.ts';
import { Conversation } from './conversation.tsx';
import { FoundList } from './found-list.tsx';
import { ListSwitches } from './list-switches.tsx';
import { messageListId } from './mail-list.tsx';
import { MessageList } from './message-list.tsx';
import { MessageView } from './message-view.tsx';
import { SearchField } from './search-field.tsx';
import { useChosen } from './use-chosen.ts';
import './library-page.css';

/** Where a message stands once it was opened, so that the keyboard can follow. */
const messageId = 'library-message';

/** Pixels of the list until a person gives it others, and where the window has room for its columns. */
const usualWidth = 376;
const wideWidth = 640;
const wideWindow = '(width >= 100rem)';

/** Reading what is stored: the list and the message; the folders stand beside the places. */
export function LibraryPage({
  accountId,
}: {
  /** Or `allAccounts`, where there are archives of several. */
  readonly accountId: string | undefined;
}): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const shelves = useShelves();
  const isAll = accountId === allAccounts && hasSeveralArchives(shelves);
  const one = shelves.find(({ id }) => id === accountId) ?? shelves[0];
  const present = isAll ? allAccounts : one?.id;
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
      <Reading key={present} accountId={present} />
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
  const isSearching = useStore(stores.search, state => state.status !== 'none');
  const text = useStore(stores.search, state => state.text);
  const openId = useStore(stores.message, state => state.messageId);
  const mailbox = useStore(stores.library, state => state.mailbox);
  const isWide = useMedia(wideWindow);
  const [front, setFront] = useState<1 | 2>(1);
  const { chosen, total, choose } = useChosen(isSearching);
  useEffect(() => {
    document.title = `${t('places.library')} – Mailstow`;
    void stores.library.getState().open(accountId);
  }, [stores, accountId, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another folder or question, and what is open is of the last
  useEffect(() => {
    setFront(1);
    return stores.message.getState().close;
  }, [stores, accountId, mailbox, text]);
  useEffect(() => {
    if (openId !== undefined) setFront(2);
  }, [openId]);
  const status = useStore(stores.search, state => state.status);
  // The person went down before there was an answer.
  const [wantsFirst, setWantsFirst] = useState(false);
  useEffect(() => {
    if (!wantsFirst || status === 'searching') return;
    setWantsFirst(false);
    focusList();
    if (total > 0) choose(0);
  }, [wantsFirst, status, total, choose]);
  const goDown = () => {
    stores.search.getState().settle();
    if (stores.search.getState().status === 'searching') return setWantsFirst(true);
    focusList();
    if (total > 0) choose(Math.max(0, chosen));
  };
  const read = (index: number) => {
    choose(index);
    setFront(2);
  };
  const backToList = () => {
    setFront(1);
    focusList();
  };
  const list = {
    chosen,
    onChoose: read,
    onEnter: () => document.getElementById(messageId)?.focus(),
  };
  return (
    <>
      <div className="find-bar">
        <SearchField onDown={goDown} onLeave={focusList} />
        <ListSwitches />
        <IconButton
          icon="chart"
          label={t('numbers.title')}
          onClick={() => {
            const account = accountId === allAccounts ? {} : { accountId };
            stores.place.getState().go({ at: 'numbers', ...account });
          }}
        />
      </div>
      <Panes
        width={settings.panes.at(-1) ?? (isWide ? wideWidth : usualWidth)}
        label={t('library.resizeList')}
        front={front}
        onResize={width => void change({ panes: [width] })}
        panes={[
          isSearching ? (
            <FoundList key="found" {...list} />
          ) : (
            <MessageList key="list" accountId={accountId} {...list} />
          ),
          <div key="message" className="reader">
            <Conversation />
            <MessageView
              id={messageId}
              onBack={backToList}
              onPrevious={chosen > 0 ? () => read(chosen - 1) : undefined}
              onNext={chosen >= 0 && chosen < total - 1 ? () => read(chosen + 1) : undefined}
            />
          </div>,
        ]}
      />
    </>
  );
}

function focusList(): void {
  document.getElementById(messageListId)?.focus();
}

import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panes } from '../../ui/layout/panes.tsx';
import { useWords } from '../../words/use-words.ts';
import { FolderList } from './folder-list.tsx';
import { MessageList } from './message-list.tsx';
import { MessageView } from './message-view.tsx';
import './library-page.css';

/** Where a message stands once it was opened, so that the keyboard can follow. */
const messageId = 'library-message';

/** Reading what is stored: folders, list, message. */
export function LibraryPage({
  accountId,
}: {
  readonly accountId: string | undefined;
}): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { accounts } = useStore(stores.accounts);
  const present = accounts.find(({ id }) => id === accountId) ?? accounts[0];
  const { go } = stores.place.getState();
  if (present === undefined) {
    return (
      <Page title={t('places.library')}>
        <h2>{t('library.noAccountTitle')}</h2>
        <p>{t('library.noAccountText')}</p>
        <div>
          <Button kind="primary" onClick={() => go({ at: 'set-up' })}>
            {t('accounts.add')}
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <div className="library">
      <header className="library-head">
        <h1>{t('places.library')}</h1>
        {accounts.length > 1 ? (
          <Select
            label={t('library.account')}
            labelUnseen
            value={present.id}
            options={accounts.map(({ id, profile }) => ({ value: id, label: profile.email }))}
            onChange={id => go({ at: 'library', accountId: id })}
          />
        ) : (
          <p className="quiet">{present.profile.email}</p>
        )}
      </header>
      <Later />
      <Reading accountId={present.id} />
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
      <Notice kind="warning" message={t(`library.later.${madeByLater}`)} />
    </div>
  );
}

function Reading({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { settings, change } = useStore(stores.settings);
  const [front, setFront] = useState<1 | 2>(1);
  const [folders = 176, list = 296] = settings.panes;
  useEffect(() => {
    document.title = `${t('places.library')} – Mailstow`;
    void stores.library.getState().open(accountId);
    return stores.message.getState().close;
  }, [stores, accountId, t]);
  return (
    <Panes
      widths={[folders, list]}
      labels={[t('library.resizeFolders'), t('library.resizeList')]}
      front={front}
      onResize={panes => change({ panes })}
      panes={[
        <FolderList key="folders" />,
        <MessageList
          key="list"
          accountId={accountId}
          onOpen={() => setFront(2)}
          onEnter={() => document.getElementById(messageId)?.focus()}
        />,
        <MessageView key="message" id={messageId} onBack={() => setFront(1)} />,
      ]}
    />
  );
}

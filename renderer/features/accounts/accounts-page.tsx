import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useGradually } from '../../ui/lists/gradually.ts';
import { useWords } from '../../words/use-words.ts';
import { AccountCard } from './account-card.tsx';
import { FirstPage } from './first-page.tsx';
import { OpenedArchiveCard } from './opened-archive-card.tsx';
import { useOpenArchive } from './use-open-archive.ts';
import './accounts-page.css';

/** Whether the mail is safe, one card an account; at first, the way to the first one. */
export function AccountsPage(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { accounts, status, failure, load } = useStore(stores.accounts);
  const { archives, failure: notOpened } = useStore(stores.archives);
  const open = useOpenArchive();
  const hasDraft = useStore(stores.setup, state => state.draft.email !== '');
  const drawn = useGradually(accounts.length);
  const setUp = () => stores.place.getState().go({ at: 'set-up' });
  const isEmpty = accounts.length + archives.length === 0;
  if (status === 'ready' && isEmpty && failure === undefined) return <FirstPage />;
  const ways = { 'try-again': () => void load() };
  const add = (
    <Button icon="add" onClick={setUp}>
      {hasDraft ? t('accounts.goOn') : t('accounts.addAnother')}
    </Button>
  );
  return (
    <Page title={t('accounts.title')} end={status === 'ready' && add}>
      {failure !== undefined && <FailureNotice failure={failure} ways={ways} />}
      {status === 'loading' && <Skeleton />}
      {!isEmpty && (
        <ul className="stack">
          {accounts.slice(0, drawn).map(account => (
            <AccountCard key={account.id} account={account} />
          ))}
          {archives.map(archive => (
            <OpenedArchiveCard key={archive.id} archive={archive} />
          ))}
        </ul>
      )}
      {notOpened !== undefined && <FailureNotice failure={notOpened} />}
      {status === 'ready' && (
        <div>
          <Button kind="quiet" icon="folder-open" onClick={() => void open()}>
            {t('opened.open')}
          </Button>
        </div>
      )}
    </Page>
  );
}

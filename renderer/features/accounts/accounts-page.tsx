import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountCard } from './account-card.tsx';
import './accounts-page.css';

/** What is archived, one card an account; at first, the way to the first one. */
export function AccountsPage(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { accounts, status, failure, load } = useStore(stores.accounts);
  const hasDraft = useStore(stores.setup, state => state.draft.email !== '');
  const setUp = () => stores.place.getState().go({ at: 'set-up' });
  const tryAgain = <Button onClick={load}>{t('action.tryAgain')}</Button>;
  return (
    <Page title={t('accounts.title')}>
      {failure !== undefined && <FailureNotice failure={failure} actions={tryAgain} />}
      {status === 'loading' && <p className="quiet">{t('loading')}</p>}
      {status === 'ready' && accounts.length === 0 && (
        <section className="accounts-empty">
          <h2>{t('accounts.emptyTitle')}</h2>
          <p>{t('accounts.emptyText')}</p>
          <p className="quiet">{t('accounts.emptyNeeds')}</p>
          <Button kind="primary" onClick={setUp}>
            {hasDraft ? t('accounts.goOn') : t('accounts.add')}
          </Button>
        </section>
      )}
      {accounts.length > 0 && (
        <>
          <ul className="accounts-cards">
            {accounts.map(account => (
              <AccountCard key={account.id} account={account} />
            ))}
          </ul>
          <div>
            <Button onClick={setUp}>
              {hasDraft ? t('accounts.goOn') : t('accounts.addAnother')}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}

import { type FormEvent, type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Mark } from '../../ui/feedback/mark.tsx';
import { useWords } from '../../words/use-words.ts';
import { useOpenArchive } from './use-open-archive.ts';

/** Where the person begins to type. */
const addressId = 'first-address';

/** The first sight: what Mailstow is for, and one field to begin. */
export function FirstPage(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { go } = stores.place.getState();
  const { draft, change, guess } = useStore(stores.setup);
  const open = useOpenArchive();
  const notOpened = useStore(stores.archives, state => state.failure);
  useEffect(() => {
    document.title = `${t('accounts.title')} – Mailstow`;
    document.getElementById(addressId)?.focus();
  }, [t]);
  const begin = (event: FormEvent) => {
    event.preventDefault();
    void guess();
    go({ at: 'set-up' });
  };
  return (
    <div className="first">
      <div className="first-column">
        <Mark className="first-mark" />
        <div className="stack-small">
          <h1 className="answer">{t('accounts.emptyTitle')}</h1>
          <p className="lead quiet">{t('accounts.emptyText')}</p>
        </div>
        <form className="first-form" onSubmit={begin}>
          <Field
            label={t('who.email')}
            inputId={addressId}
            type="email"
            autoComplete="email"
            placeholder={t('who.emailExample')}
            spellCheck={false}
            large
            value={draft.email}
            onChange={email => change({ email })}
          />
          <Button type="submit" kind="primary" size="large" disabled={draft.email === ''}>
            {t('who.continue')}
          </Button>
        </form>
        <p className="first-safe small quiet">
          <Icon name="safe" small />
          {t('start.safe')}
        </p>
        {notOpened !== undefined && <FailureNotice failure={notOpened} />}
        <ul className="first-links">
          <li>
            <button type="button" onClick={() => void open()}>
              <Icon name="folder-open" />
              {t('opened.open')}
            </button>
          </li>
          <li>
            <button type="button" onClick={() => go({ at: 'help' })}>
              <Icon name="help" />
              {t('accounts.howItWorks')}
            </button>
          </li>
        </ul>
      </div>
    </div>
  );
}

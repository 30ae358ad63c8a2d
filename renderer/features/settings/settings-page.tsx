import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { languageOptions } from '../../words/language-options.ts';
import { useWords } from '../../words/use-words.ts';
import { ReportDialog } from './report-dialog.tsx';
import { Troubleshooting } from './troubleshooting.tsx';
import './settings-page.css';

export function SettingsPage({ report }: { readonly report: boolean }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { settings, info, failure, change, signOut } = useStore(stores.settings);
  return (
    <Page title={t('settings.title')} narrow>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <section className="settings-part">
        <h2>{t('settings.look')}</h2>
        <Select
          label={t('settings.language')}
          value={settings.language}
          options={[{ value: 'system', label: t('settings.languageSystem') }, ...languageOptions]}
          onChange={language => change({ language })}
        />
        <Select
          label={t('settings.theme')}
          value={settings.theme}
          options={[
            { value: 'system', label: t('settings.themeSystem') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
          onChange={theme => change({ theme })}
        />
      </section>
      <AccountList />
      {info?.host === 'browser' && (
        <section className="settings-part">
          <h2>{t('settings.browser')}</h2>
          <p className="quiet">{t('settings.browserText')}</p>
          <Button onClick={() => void signOut()}>{t('settings.signOut')}</Button>
        </section>
      )}
      {info?.looksForUpdates === true && (
        <section className="settings-part">
          <h2>{t('settings.updates')}</h2>
          <Check
            role="switch"
            label={t('settings.updatesLook')}
            hint={t('settings.updatesHint')}
            checked={settings.updates === 'on'}
            onChange={on => void change({ updates: on ? 'on' : 'off' })}
          />
        </section>
      )}
      <Troubleshooting />
      {report && <ReportDialog />}
      <section className="settings-part">
        <h2>{t('settings.about')}</h2>
        {info !== undefined && <p>{t('settings.version', { version: info.version })}</p>}
        <p className="quiet">{t('settings.aboutText')}</p>
      </section>
    </Page>
  );
}

function AccountList(): ReactElement {
  const { t } = useWords();
  const { accounts, failure, remove } = useStore(useStores().accounts);
  const [removing, setRemoving] = useState<Account>();
  const close = () => setRemoving(undefined);
  return (
    <section className="settings-part">
      <h2>{t('settings.accounts')}</h2>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {accounts.length === 0 && <p className="quiet">{t('settings.noAccounts')}</p>}
      <ul>
        {accounts.map(account => (
          <li key={account.id} className="settings-account">
            <div>
              <p>{account.profile.email}</p>
              <p className="small quiet">{account.profile.folder}</p>
            </div>
            <Button
              aria-label={t('settings.removeNamed', { email: account.profile.email })}
              onClick={() => setRemoving(account)}
            >
              {t('settings.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {removing !== undefined && (
        <Dialog
          title={t('settings.removeTitle', { email: removing.profile.email })}
          open
          onClose={close}
          actions={
            <>
              <Button
                kind="danger"
                onClick={() => {
                  void remove(removing.id);
                  close();
                }}
              >
                {t('settings.removeConfirm')}
              </Button>
              <Button onClick={close}>{t('action.cancel')}</Button>
            </>
          }
        >
          <p>{t('settings.removeText', { folder: removing.profile.folder })}</p>
        </Dialog>
      )}
    </section>
  );
}

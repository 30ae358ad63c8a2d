import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Toggle } from '../../ui/controls/check.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Mark } from '../../ui/feedback/mark.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { languageOptions } from '../../words/language-options.ts';
import { useWords } from '../../words/use-words.ts';
import { ReportDialog } from './report-dialog.tsx';
import { SearchIndexes } from './search-indexes.tsx';
import { SettingsGroup, SettingsRow } from './settings-group.tsx';
import './settings-page.css';

export function SettingsPage({ report }: { readonly report: boolean }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { settings, info, failure, load, change, signOut } = useStore(stores.settings);
  const { go } = stores.place.getState();
  return (
    <Page title={t('settings.title')}>
      {failure !== undefined && (
        <FailureNotice failure={failure} ways={{ 'try-again': () => void load() }} />
      )}
      <SettingsGroup title={t('settings.look')}>
        <SettingsRow label={t('settings.theme')}>
          <Segments
            label={t('settings.theme')}
            value={settings.theme}
            options={[
              { value: 'system', label: t('settings.themeSystem'), icon: 'system' },
              { value: 'light', label: t('settings.themeLight'), icon: 'light' },
              { value: 'dark', label: t('settings.themeDark'), icon: 'dark' },
            ]}
            onChange={theme => void change({ theme })}
          />
        </SettingsRow>
        <SettingsRow label={t('settings.messageList')}>
          <Segments
            label={t('settings.messageList')}
            value={settings.density}
            options={[
              { value: 'comfortable', label: t('settings.comfortable') },
              { value: 'compact', label: t('settings.compact') },
            ]}
            onChange={density => void change({ density })}
          />
        </SettingsRow>
        <SettingsRow label={t('settings.language')}>
          <Select
            label={t('settings.language')}
            labelUnseen
            value={settings.language}
            options={[{ value: 'system', label: t('settings.languageSystem') }, ...languageOptions]}
            onChange={language => void change({ language })}
          />
        </SettingsRow>
      </SettingsGroup>
      <SearchIndexes />
      {info?.looksForUpdates === true && (
        <SettingsGroup title={t('settings.updates')}>
          <div className="set">
            <Toggle
              label={t('settings.updatesLook')}
              hint={t('settings.updatesHint')}
              on={settings.updates === 'on'}
              onChange={on => void change({ updates: on ? 'on' : 'off' })}
            />
          </div>
        </SettingsGroup>
      )}
      {info?.host === 'browser' && (
        <SettingsGroup title={t('settings.browser')}>
          <SettingsRow label={t('settings.signedIn')} hint={t('settings.browserText')}>
            <Button icon="sign-out" onClick={() => void signOut()}>
              {t('settings.signOut')}
            </Button>
          </SettingsRow>
        </SettingsGroup>
      )}
      <SettingsGroup title={t('settings.troubleshooting')}>
        <div className="set">
          <Toggle
            label={t('settings.trace')}
            hint={t('settings.traceHint', { folder: info?.logs ?? '' })}
            on={settings.trace}
            onChange={trace => void change({ trace })}
          />
        </div>
        <SettingsRow label={t('report.title')} hint={t('settings.reportHint')}>
          <Button onClick={() => go({ at: 'settings', report: true })}>
            {t('settings.report')}
          </Button>
        </SettingsRow>
      </SettingsGroup>
      <SettingsGroup title={t('settings.about')}>
        <div className="set">
          <Mark className="set-mark" />
          <div className="set-words">
            <p className="strong">
              {info === undefined ? 'Mailstow' : t('settings.version', { version: info.version })}
            </p>
            <p className="small quiet">{t('settings.aboutText')}</p>
          </div>
          <Button icon="help" onClick={() => go({ at: 'help' })}>
            {t('help.title')}
          </Button>
        </div>
      </SettingsGroup>
      {report && <ReportDialog />}
    </Page>
  );
}

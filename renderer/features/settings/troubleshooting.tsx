import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { useWords } from '../../words/use-words.ts';

/** What helps to find out why something does not work. */
export function Troubleshooting(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { settings, info, change } = useStore(stores.settings);
  const openReport = () => stores.place.getState().go({ at: 'settings', report: true });
  return (
    <section className="settings-part">
      <h2>{t('settings.troubleshooting')}</h2>
      <Check
        role="switch"
        label={t('settings.trace')}
        hint={t('settings.traceHint', { folder: info?.logs ?? '' })}
        checked={settings.trace}
        onChange={trace => void change({ trace })}
      />
      <div>
        <Button onClick={openReport}>{t('settings.report')}</Button>
      </div>
    </section>
  );
}

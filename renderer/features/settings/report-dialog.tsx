import { type ReactElement, useEffect } from 'react';
import { TextArea } from 'react-aria-components';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import './report-dialog.css';

/** The diagnostic report: seen before it is copied. */
export function ReportDialog(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { named, text, failure, isCopied, load, copy } = useStore(stores.report);
  const close = () => stores.place.getState().go({ at: 'settings' });
  useEffect(() => {
    void load(false);
  }, [load]);
  return (
    <Dialog
      title={t('report.title')}
      open
      onClose={close}
      safe={<Button onClick={close}>{t('report.close')}</Button>}
      acting={
        <>
          <p className="report-copied" role="status">
            {isCopied === true && t('report.copied')}
            {isCopied === false && t('report.notCopied')}
          </p>
          <Button kind="primary" busy={text === undefined && failure === undefined} onClick={copy}>
            {t('report.copy')}
          </Button>
        </>
      }
    >
      <p>{t('report.text')}</p>
      {failure !== undefined && (
        <FailureNotice failure={failure} ways={{ 'try-again': () => void load(named) }} />
      )}
      <TextArea
        className="report-text"
        aria-label={t('report.title')}
        readOnly
        rows={14}
        value={text ?? t('loading')}
      />
      <Check
        label={t('report.named')}
        hint={t('report.namedHint')}
        checked={named}
        onChange={checked => void load(checked)}
      />
    </Dialog>
  );
}

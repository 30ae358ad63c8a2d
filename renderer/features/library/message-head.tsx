import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';

/** Who wrote when to whom about what, and where its file is. */
export function MessageHead({ message }: { readonly message: Message }): ReactElement {
  const { t, dayAndTime } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { showFile } = stores.message.getState();
  const { subject, from, to, cc, date, path } = message;
  return (
    <header className="message-head">
      <h2>{subject || t('library.noSubject')}</h2>
      <dl className="facts">
        <dt>{t('message.from')}</dt>
        <dd>{from || t('library.noSender')}</dd>
        {to !== '' && (
          <>
            <dt>{t('message.to')}</dt>
            <dd>{to}</dd>
          </>
        )}
        {cc !== '' && (
          <>
            <dt>{t('message.cc')}</dt>
            <dd>{cc}</dd>
          </>
        )}
        <dt>{t('library.sort.date')}</dt>
        <dd>{dayAndTime(date)}</dd>
        <dt>{t('message.file')}</dt>
        <dd className="message-file small">
          <span title={path}>{path.split(/[/\\]/).at(-1)}</span>
          {onDesktop && (
            <Button kind="quiet" onClick={showFile}>
              {t('message.showFile')}
            </Button>
          )}
        </dd>
      </dl>
    </header>
  );
}

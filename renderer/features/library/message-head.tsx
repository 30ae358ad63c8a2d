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
      <div className="message-who">
        <p className="strong">{from || t('library.noSender')}</p>
        <p className="message-when small quiet">{dayAndTime(date)}</p>
        <dl className="message-facts small quiet">
          <Fact name={t('message.to')} value={to} />
          <Fact name={t('message.cc')} value={cc} />
          <div>
            <dt>{t('message.file')}</dt>
            <dd className="message-file">
              <span className="cut" title={path}>
                {path.split(/[/\\]/).at(-1)}
              </span>
              {onDesktop && (
                <Button kind="quiet" size="small" onClick={() => void showFile()}>
                  {t('message.showFile')}
                </Button>
              )}
            </dd>
          </div>
        </dl>
      </div>
    </header>
  );
}

function Fact(props: { readonly name: string; readonly value: string }): ReactElement | null {
  const { name, value } = props;
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd title={value}>{value}</dd>
    </div>
  );
}

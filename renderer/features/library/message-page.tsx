import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { openedFiles } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { useWords } from '../../words/use-words.ts';
import { MessageView } from './message-view.tsx';
import './library-page.css';

/** A message that was opened from its file, beside no list. */
export function MessagePage({ messageId }: { readonly messageId: number }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const subject = useStore(stores.message, state => state.message?.subject);
  const { go } = stores.place.getState();
  useEffect(() => {
    void stores.message.getState().open(openedFiles, messageId);
    return stores.message.getState().close;
  }, [stores, messageId]);
  useEffect(() => {
    document.title = `${subject || t('message.label')} – Mailstow`;
  }, [subject, t]);
  return (
    <div className="library">
      <h1 className="unseen">{t('message.opened')}</h1>
      <MessageView id="opened-message" onBack={() => go({ at: 'library' })} />
    </div>
  );
}

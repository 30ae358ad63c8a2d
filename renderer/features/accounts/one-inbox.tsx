import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';

/** The one folder that there is, in the place of a choice. */
export function OneInbox(): ReactElement {
  const { t, fileSize } = useWords();
  const { draft } = useStore(useForm());
  const { messages, bytes } = draft.mailboxes.find(({ name }) => name === 'INBOX') ?? {};
  return (
    <div className="card card-padded one-inbox">
      <Icon name="inbox" />
      <div>
        <p className="strong">{t('what.inboxOnly')}</p>
        <div className="small quiet">
          <Facts
            facts={[
              messages !== undefined && t('start.messages', { count: messages }),
              bytes !== undefined && fileSize(bytes),
            ]}
          />
        </div>
      </div>
    </div>
  );
}

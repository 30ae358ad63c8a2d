import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Message } from '../../../shared/contract.ts';
import { views } from '../../store/message.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { Attachments } from './attachments.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageHead } from './message-head.tsx';

interface Props {
  readonly id: string;
  onBack(): void;
}

/** One message, in four views. */
export function MessageView({ id, onBack }: Props): ReactElement {
  const { t } = useWords();
  const { message, status, failure } = useStore(useStores().message);
  return (
    <article id={id} className="message" aria-label={t('message.label')} tabIndex={-1}>
      <div className="message-back">
        <Button kind="quiet" onClick={onBack}>
          <Icon name="back" />
          {t('library.backToList')}
        </Button>
      </div>
      {status === 'none' && <p className="library-empty quiet">{t('library.choose')}</p>}
      {status === 'loading' && <p className="library-empty quiet">{t('loading')}</p>}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {message !== undefined && <Opened key={message.id} message={message} />}
    </article>
  );
}

function Opened({ message }: { readonly message: Message }): ReactElement {
  const { t } = useWords();
  const { view, show } = useStore(useStores().message);
  const there = views.filter(each => each !== 'page' || message.page !== undefined);
  return (
    <>
      <MessageHead message={message} />
      {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
      <Tabs
        className="message-views"
        selectedKey={view}
        onSelectionChange={key => {
          const chosen = views.find(each => each === key);
          if (chosen !== undefined) void show(chosen);
        }}
      >
        <TabList className="message-tabs" aria-label={t('message.views')}>
          {there.map(each => (
            <Tab key={each} id={each} className="message-tab">
              {t(`message.${each}`)}
            </Tab>
          ))}
        </TabList>
        {there.map(each => (
          <TabPanel key={each} id={each} className="message-panel">
            <MessageBody message={message} view={each} />
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}

import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useStore } from 'zustand';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { views } from '../../store/message.ts';
import { useStores } from '../../store/stores.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { useWords } from '../../words/use-words.ts';
import { CloseUp } from './close-up.tsx';
import { MatchSteps } from './match-steps.tsx';
import { MessageBar, MessageBarFailure } from './message-bar.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageHead } from './message-head.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { useMatches } from './use-matches.ts';

interface Props {
  readonly id: string;
  onBack(): void;
  /** Undefined where there is none. */
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

/** One message, in four views. */
export function MessageView({ id, onBack, onPrevious, onNext }: Props): ReactElement {
  const { t } = useWords();
  const { accountId = '', messageId, ...state } = useStore(useStores().message);
  const { message, status, failure, view, show, open } = state;
  const ofAccount = useAccountWays(accountId);
  const again = () => messageId !== undefined && void open(accountId, messageId);
  const ways = { ...ofAccount, 'try-again': again };
  const matches = useMatches(message, view);
  const there = views.filter(each => each !== 'page' || message?.page !== undefined);
  return (
    <article
      id={id}
      className="message"
      aria-label={t('message.label')}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key === 'Escape') onBack();
        // Enter on the message itself, not on what is in it.
        if (event.key === 'Enter' && event.target === event.currentTarget) matches.step(1);
      }}
    >
      {message === undefined ? (
        <>
          <div className="pane-head">
            <IconButton icon="back" label={t('library.backToList')} onClick={onBack} />
          </div>
          {failure !== undefined && (
            <div className="message-notice">
              <FailureNotice failure={failure} ways={ways} />
            </div>
          )}
          {status === 'none' && <Empty icon="accounts" title={t('library.choose')} />}
          {status === 'loading' && (
            <div className="message-waiting">
              <Skeleton lines={6} />
            </div>
          )}
        </>
      ) : (
        <Tabs
          key={message.id}
          className="message-views"
          selectedKey={view}
          onSelectionChange={key => {
            const chosen = views.find(each => each === key);
            if (chosen !== undefined) void show(chosen);
          }}
        >
          <div className="pane-head">
            <span className="message-back">
              <IconButton icon="back" label={t('library.backToList')} onClick={onBack} />
            </span>
            <IconButton
              icon="up"
              label={t('library.previous')}
              disabled={onPrevious === undefined}
              onClick={() => onPrevious?.()}
            />
            <IconButton
              icon="down"
              label={t('library.next')}
              disabled={onNext === undefined}
              onClick={() => onNext?.()}
            />
            <MatchSteps matches={matches} />
            <span className="pane-gap" />
            <MessageBar message={message} accountId={accountId} />
            <TabList className="segments segments-small" aria-label={t('message.views')}>
              {there.map(each => (
                <Tab key={each} id={each} className="segment">
                  {t(`message.${each}`)}
                </Tab>
              ))}
            </TabList>
          </div>
          <div className="message-scroll">
            <MessageHead message={message} accountId={accountId} />
            <MessageBarFailure message={message} accountId={accountId} />
            {failure !== undefined && <FailureNotice failure={failure} ways={ways} />}
            <CloseUp message={message} accountId={accountId} />
            {there.map(each => (
              <TabPanel key={each} id={each} className="message-panel">
                <MessageBody message={message} view={each} matches={matches} />
              </TabPanel>
            ))}
          </div>
        </Tabs>
      )}
      {/* Tabs draw what is in them twice, once where nobody sees it: what lies over the window stands beside. */}
      {message !== undefined && <PreviewDialog attachments={message.attachments} />}
    </article>
  );
}

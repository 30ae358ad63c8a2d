import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { filterFaults, isFiltered } from '../../store/filters.ts';
import { chosen } from '../../store/mailbox-tree.ts';
import { isInboxOnly } from '../../store/server-kind.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { useChosenWords } from './chosen-words.ts';
import { MailboxChoice } from './mailbox-choice.tsx';
import { MoreChoices } from './more-choices.tsx';
import { OneInbox } from './one-inbox.tsx';
import { SetupStep } from './step.tsx';

/** Which folders, and how much of each message. */
export function StepWhat(): ReactElement {
  const { t } = useWords();
  const { draft, goTo } = useStore(useStores().setup);
  const sum = useChosenWords(draft);
  const cannotGoOn =
    chosen(draft.mailboxes, draft.leftOut ?? []).mailboxes === 0 || filterFaults(draft).length > 0;
  const { headersOnly, index, labelFolders } = draft;
  const inboxOnly = isInboxOnly(draft);
  const hasMore = headersOnly || index || labelFolders || isFiltered(draft);
  return (
    <SetupStep
      question={t('what.title')}
      lead={t(inboxOnly ? 'what.inboxOnlyHint' : 'what.everythingHint')}
      foot={
        <>
          <Button onClick={() => goTo('who')}>{t('action.back')}</Button>
          <p className="page-foot-middle quiet" role="status">
            {!inboxOnly && sum}
          </p>
          <Button kind="primary" disabled={cannotGoOn} onClick={() => goTo('where')}>
            {t('what.continue')}
          </Button>
        </>
      }
    >
      {inboxOnly ? <OneInbox /> : <MailboxChoice />}
      <Fold title={t('what.more')} open={hasMore}>
        <MoreChoices />
      </Fold>
    </SetupStep>
  );
}

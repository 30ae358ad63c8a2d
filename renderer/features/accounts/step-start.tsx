import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { proofOf } from '../../store/account-form.ts';
import { chosen } from '../../store/mailbox-tree.ts';
import { isInboxOnly } from '../../store/server-kind.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { useLeftOutWords } from './choice-words.ts';
import { KeepUpChoice } from './keep-up-choice.tsx';
import { SetupStep } from './step.tsx';

/** What is going to happen, in one sentence, and the button that makes it happen. */
export function StepStart(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const state = useStore(stores.setup);
  const { draft, busy, failure, save, goTo, startAnew } = state;
  const { mailboxes, messages } = chosen(draft.mailboxes, draft.leftOut ?? []);
  const notes = useLeftOutWords(draft);
  const start = async () => {
    const account = await save();
    if (account === undefined) return;
    await stores.runs.getState().start(account.id, proofOf(state).password);
    stores.place.getState().go({ at: 'run', accountId: account.id });
    startAnew();
  };
  const ways = {
    'try-again': () => void start(),
    folder: () => goTo('where'),
    signIn: () => goTo('who'),
  };
  return (
    <SetupStep
      question={t('start.title')}
      foot={
        <>
          <Button onClick={() => goTo('where')}>{t('action.back')}</Button>
          <span className="page-foot-middle" />
          <Button kind="primary" busy={busy} onClick={() => void start()}>
            {t('start.start')}
          </Button>
        </>
      }
    >
      <div className="card card-padded stack">
        <p className="lead step-sentence">
          {t('start.sentence', {
            messages: t('start.messages', { count: messages }),
            folders: t('start.folders', { count: mailboxes }),
            email: draft.email,
            folder: draft.folder,
          })}{' '}
          {draft.headersOnly && t('start.headersOnly')}
        </p>
        {notes.map(note => (
          <p key={note} className="step-sentence">
            {note}
          </p>
        ))}
        <p className="first-safe quiet">
          <Icon name="safe" small />
          {t(isInboxOnly(draft) ? 'start.safeInbox' : 'start.safe')}
        </p>
      </div>
      <KeepUpChoice />
      {failure !== undefined && <FailureNotice failure={failure} ways={ways} />}
    </SetupStep>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { chosen } from '../../store/mailbox-tree.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';

/** What is going to happen, in one sentence, and the button that makes it happen. */
export function StepStart({ above }: { readonly above: ReactNode }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { draft, password, busy, failure, save, goTo, startAnew } = useStore(stores.setup);
  const { mailboxes, messages } = chosen(draft.mailboxes, draft.leftOut ?? []);
  const start = async () => {
    const account = await save();
    if (account === undefined) return;
    await stores.runs.getState().start(account.id, password);
    stores.place.getState().go({ at: 'run', accountId: account.id });
    startAnew();
  };
  return (
    <Page title={t('start.title')} narrow above={above}>
      <div className="form">
        <p className="summary">
          {t('start.sentence', {
            messages: t('start.messages', { count: messages }),
            folders: t('start.folders', { count: mailboxes }),
            email: draft.email,
            folder: draft.folder,
          })}{' '}
          {draft.headersOnly && t('start.headersOnly')} {draft.unseenOnly && t('start.unseenOnly')}
        </p>
        <p className="quiet">{t('start.safe')}</p>
        {failure !== undefined && <FailureNotice failure={failure} />}
        <div className="form-actions">
          <Button onClick={() => goTo('where')}>{t('action.back')}</Button>
          <Button kind="primary" busy={busy} onClick={start}>
            {t('start.start')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

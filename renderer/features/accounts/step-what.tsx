import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { chosen } from '../../store/mailbox-tree.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { MailboxChoice } from './mailbox-choice.tsx';

/** Which folders, and how much of each message. */
export function StepWhat({ above }: { readonly above: ReactNode }): ReactElement {
  const { t } = useWords();
  const { draft, change, goTo } = useStore(useStores().setup);
  const nothing = chosen(draft.mailboxes, draft.leftOut ?? []).mailboxes === 0;
  return (
    <Page title={t('what.title')} narrow above={above}>
      <div className="form">
        <MailboxChoice
          mailboxes={draft.mailboxes}
          leftOut={draft.leftOut ?? []}
          onChange={leftOut => change({ leftOut })}
        />
        <Check
          role="switch"
          label={t('what.headersOnly')}
          hint={t('what.headersOnlyHint')}
          checked={draft.headersOnly}
          onChange={headersOnly => change({ headersOnly })}
        />
        <Check
          role="switch"
          label={t('what.unseenOnly')}
          hint={t('what.unseenOnlyHint')}
          checked={draft.unseenOnly}
          onChange={unseenOnly => change({ unseenOnly })}
        />
        <p role="status" className="quiet">
          {nothing ? t('what.none') : ''}
        </p>
        <div className="form-actions">
          <Button onClick={() => goTo('who')}>{t('action.back')}</Button>
          <Button kind="primary" disabled={nothing} onClick={() => goTo('where')}>
            {t('what.continue')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { chosen } from '../../store/mailbox-tree.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Toggle } from '../../ui/controls/check.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { ExtrasChoice } from './extras-choice.tsx';
import { MailboxChoice } from './mailbox-choice.tsx';
import { SetupStep } from './step.tsx';

/** Which folders, and how much of each message. */
export function StepWhat(): ReactElement {
  const { t } = useWords();
  const { draft, change, goTo } = useStore(useStores().setup);
  const { mailboxes, messages } = chosen(draft.mailboxes, draft.leftOut ?? []);
  const all = draft.mailboxes.filter(({ selectable }) => selectable).length;
  const nothing = mailboxes === 0;
  const sum = nothing
    ? t('what.none')
    : t('what.chosen', {
        messages: t('start.messages', { count: messages }),
        chosen: mailboxes,
        count: all,
      });
  return (
    <SetupStep
      question={t('what.title')}
      lead={t('what.everythingHint')}
      foot={
        <>
          <Button onClick={() => goTo('who')}>{t('action.back')}</Button>
          <p className="page-foot-middle quiet" role="status">
            {sum}
          </p>
          <Button kind="primary" disabled={nothing} onClick={() => goTo('where')}>
            {t('what.continue')}
          </Button>
        </>
      }
    >
      <MailboxChoice
        mailboxes={draft.mailboxes}
        leftOut={draft.leftOut ?? []}
        onChange={leftOut => change({ leftOut })}
      />
      <Fold
        title={t('what.more')}
        open={draft.headersOnly || draft.unseenOnly || draft.index || draft.labelFolders}
      >
        <div className="card card-padded stack">
          <Toggle
            label={t('what.headersOnly')}
            hint={t('what.headersOnlyHint')}
            on={draft.headersOnly}
            onChange={headersOnly => change({ headersOnly })}
          />
          <Toggle
            label={t('what.unseenOnly')}
            hint={t('what.unseenOnlyHint')}
            on={draft.unseenOnly}
            onChange={unseenOnly => change({ unseenOnly })}
          />
          <ExtrasChoice chosen={draft} host={draft.server.host} onChange={change} />
        </div>
      </Fold>
    </SetupStep>
  );
}

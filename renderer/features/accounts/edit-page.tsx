import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { tell } from '../../parts/toasts.tsx';
import { isRefused } from '../../store/account-form.ts';
import { isChanged } from '../../store/edit.ts';
import { filterFaults } from '../../store/filters.ts';
import { chosen } from '../../store/mailbox-tree.ts';
import type { EditPart } from '../../store/place.ts';
import { isInboxOnly } from '../../store/server-kind.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { CertificateDialog } from './certificate-dialog.tsx';
import { EditAccess } from './edit-access.tsx';
import { EditDeletion } from './edit-deletion.tsx';
import { EditFailure } from './edit-failure.tsx';
import { EditFolders } from './edit-folders.tsx';
import { EditPlace } from './edit-place.tsx';
import { EditWhileRunning } from './edit-while-running.tsx';
import { FormProvider } from './form.ts';
import { KeepUpChoice } from './keep-up-choice.tsx';
import { MoreChoices } from './more-choices.tsx';
import './setup-page.css';
import './edit-page.css';

interface Props {
  readonly accountId: string;
  readonly part: EditPart | undefined;
}

/** Everything that was chosen for an account, to be changed; nothing counts until it is saved. */
export function EditPage({ accountId, part }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === accountId),
  );
  const isOpen = useStore(stores.edit, state => state.account?.id === accountId);
  useEffect(() => {
    const { open, load, account: edited } = stores.edit.getState();
    if (account === undefined || edited?.id === accountId) return;
    void open(account).then(load);
  }, [stores, account, accountId]);
  const back = {
    name: t('places.accounts'),
    go: () => stores.place.getState().go({ at: 'accounts' }),
  };
  if (account === undefined || !isOpen) {
    return (
      <Page title={t('edit.title')} back={back}>
        {account === undefined && <p className="quiet">{t('edit.gone')}</p>}
      </Page>
    );
  }
  return (
    <FormProvider value={stores.edit}>
      <Form account={account} part={part} back={back} />
      <CertificateDialog />
    </FormProvider>
  );
}

interface FormProps {
  readonly account: Account;
  readonly part: EditPart | undefined;
  readonly back: { readonly name: string; go(): void };
}

function Form({ account, part, back }: FormProps): ReactElement {
  const { t } = useWords();
  const { edit } = useStores();
  const state = useStore(edit);
  const { draft, busy, save, cancel, leave } = state;
  const changed = isChanged(state);
  const cannotSave =
    !changed ||
    draft.email === '' ||
    filterFaults(draft).length > 0 ||
    (state.seen !== undefined && isRefused(state.seen)) ||
    (draft.mailboxes.length > 0 && chosen(draft.mailboxes, draft.leftOut ?? []).mailboxes === 0);
  const leaveNow = () => {
    back.go();
    leave();
  };
  const wasSaved = (isSaved: boolean) => {
    if (!isSaved) return;
    tell(t('edit.saved', { email: draft.email }));
    back.go();
  };
  return (
    <Page
      title={account.profile.email}
      back={back}
      question={t('edit.title')}
      foot={
        <>
          <Button onClick={busy ? cancel : leaveNow}>{t('action.cancel')}</Button>
          <div className="page-foot-middle quiet" role="status">
            {busy ? t('who.connecting') : changed && t('edit.unsaved')}
          </div>
          <Button
            kind="primary"
            disabled={cannotSave}
            busy={busy}
            onClick={() => void save().then(wasSaved)}
          >
            {t('edit.save')}
          </Button>
        </>
      }
    >
      <EditWhileRunning accountId={account.id} />
      <Section title={t('edit.access')} isAsked={part === 'server'}>
        <EditAccess onSaved={wasSaved} />
      </Section>
      <Section title={t('what.folders')} isAsked={part === 'folders'}>
        <EditFolders />
      </Section>
      <Section title={t('what.more')}>
        <MoreChoices />
      </Section>
      <Section title={t('keepUp.title')}>
        <KeepUpChoice />
      </Section>
      {isInboxOnly(draft) && (
        <Section title={t('edit.deletion.title')}>
          <EditDeletion />
        </Section>
      )}
      <Section title={t('edit.place')} isAsked={part === 'place'}>
        <EditPlace account={account} />
      </Section>
      <EditFailure at="saving" />
    </Page>
  );
}

interface SectionProps {
  readonly title: string;
  /** It is what the person came for. */
  readonly isAsked?: boolean;
  readonly children: ReactNode;
}

function Section({ title, isAsked = false, children }: SectionProps): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [isAsked]);
  return (
    <section className="edit-section stack" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}

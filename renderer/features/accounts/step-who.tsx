import { type FormEvent, type ReactElement, useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { MailProtocol } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { ProviderLink } from '../../parts/provider-link.tsx';
import { withKind } from '../../store/server-kind.ts';
import { isReady } from '../../store/setup.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { toField } from '../../ui/to-field.ts';
import { useWords } from '../../words/use-words.ts';
import { ByHand } from './by-hand.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';
import { certificateFieldId } from './certificate-paths.tsx';
import { FoundServer } from './found-server.tsx';
import { serverFieldId } from './server-fields.tsx';
import { passwordFieldId, SignInFields } from './sign-in-fields.tsx';
import { SetupStep } from './step.tsx';
import { useProviderSignIn } from './use-provider-sign-in.ts';

/** E-mail address and password; everything else is found, or asked when it is needed. */
export function StepWho(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const form = useId();
  const state = useStore(stores.setup);
  const { draft, means, busy, tested, failure, search, guess, test, connect, cancel } = state;
  const ready = isReady(state);
  const signIn = useProviderSignIn(() => void connect());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) void connect();
  };
  const [showsServer, setShowsServer] = useState(draft.byHand);
  const isNotFound = search?.state === 'failed';
  // Opened by a search in vain, closed by one that was not, and left to the person who types in there.
  useEffect(() => {
    setShowsServer(shows => isNotFound || (draft.byHand && shows));
  }, [isNotFound, draft.byHand]);
  const toServer = (fieldId: string) => () => {
    setShowsServer(true);
    toField(fieldId);
  };
  const testAs = (kind: MailProtocol) => {
    const { port } = draft.server;
    state.change({ byHand: true, server: { ...withKind(draft.server, kind), port } });
    void test();
  };
  const ways = {
    'try-again': () => void test(),
    password: () => toField(passwordFieldId),
    signIn: () => void signIn(),
    server: toServer(serverFieldId),
    certificate: toServer(certificateFieldId),
    // That port has just said which of the two it is.
    'inbox-only': () => testAs('pop3'),
    'all-folders': () => testAs('imap'),
  };
  return (
    <SetupStep
      question={t('who.title')}
      foot={
        <>
          {busy ? (
            <Button onClick={cancel}>{t('action.cancel')}</Button>
          ) : (
            <Button disabled={!ready} onClick={() => void test()}>
              {t('who.test')}
            </Button>
          )}
          <span className="page-foot-middle" />
          <Button type="submit" form={form} kind="primary" disabled={!ready} busy={busy}>
            {busy ? t('who.connecting') : t('who.continue')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack-large" onSubmit={submit}>
        <div className="card card-padded stack">
          <SignInFields
            needsPassword
            mayLook={draft.byHand}
            onAddressLeft={() => void guess()}
            onSignedIn={() => void connect()}
          />
        </div>
        {failure !== undefined && <FailureNotice failure={failure} ways={ways} />}
        <div role="status">{tested && <Notice kind="safe" message={t('who.tested')} />}</div>
        {failure?.noteKey === undefined && means === 'password' && <GoodToKnow />}
        <FoundServer />
        <ByHand open={showsServer} onToggle={setShowsServer} />
        {draft.server.security === 'none' && (
          <Notice kind="needs" message={t('who.insecure')} nextStep={t('who.insecureNext')} />
        )}
        {/* The field's Enter submits a form only where a button of its own does. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
      <CertificateDialog />
    </SetupStep>
  );
}

/** What this provider asks of people before it lets other programs in, and where they do it. */
function GoodToKnow(): ReactElement | null {
  const { t } = useWords();
  const { noteKey, page, search } = useStore(useStores().setup);
  const advice = noteKey && t(`provider.${noteKey}`, { provider: page?.provider ?? '' });
  if (advice === undefined || search?.state === 'closed') return null;
  const link = page && <ProviderLink page={page} />;
  return <Notice kind="plain" message={t('who.provider')} nextStep={advice} actions={link} />;
}

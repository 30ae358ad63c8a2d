import { type FormEvent, type ReactElement, useId } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { LinkButton } from '../../ui/controls/link-button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { ByHand } from './by-hand.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';
import { SetupStep } from './step.tsx';

/** E-mail address and password; everything else is found, or asked when it is needed. */
export function StepWho(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const form = useId();
  const { draft, password, busy, tested, failure, ...actions } = useStore(stores.setup);
  const { change, setPassword, guess, test, connect } = actions;
  const keepsPasswords = useStore(stores.settings, state => state.info?.keepsPasswords ?? true);
  const ready = draft.email !== '' && password !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) void connect();
  };
  const tryAgain = <Button onClick={() => void test()}>{t('action.tryAgain')}</Button>;
  return (
    <SetupStep
      question={t('who.title')}
      foot={
        <>
          <Button disabled={!ready} busy={busy} onClick={() => void test()}>
            {t('who.test')}
          </Button>
          <span className="page-foot-middle" />
          <Button type="submit" form={form} kind="primary" disabled={!ready} busy={busy}>
            {busy ? t('who.connecting') : t('who.continue')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack-large" onSubmit={submit}>
        <div className="card card-padded stack">
          <Field
            label={t('who.email')}
            type="email"
            autoComplete="email"
            spellCheck={false}
            required
            value={draft.email}
            onChange={email => change({ email })}
            onBlur={() => void guess()}
          />
          <Field
            label={t('who.password')}
            type="password"
            autoComplete="off"
            required
            value={password}
            onChange={setPassword}
          />
          {keepsPasswords ? (
            <Check
              label={t('who.remember')}
              hint={t('who.rememberHint')}
              checked={draft.rememberPassword}
              onChange={rememberPassword => change({ rememberPassword })}
            />
          ) : (
            <p className="small quiet">{t('who.cannotRemember')}</p>
          )}
        </div>
        {failure !== undefined && <FailureNotice failure={failure} actions={tryAgain} />}
        <div role="status">{tested && <Notice kind="safe" message={t('who.tested')} />}</div>
        {failure?.noteKey === undefined && <GoodToKnow />}
        <ByHand />
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
  const { noteKey, page } = useStore(useStores().setup);
  const advice = noteKey && t(`provider.${noteKey}`);
  if (advice === undefined) return null;
  const link = page && (
    <LinkButton address={page.address}>
      {t('action.openPage', { provider: page.provider })}
    </LinkButton>
  );
  return <Notice kind="plain" message={t('who.provider')} nextStep={advice} actions={link} />;
}

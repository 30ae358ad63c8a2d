import type { FormEvent, ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { LinkButton } from '../../ui/controls/link-button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { ByHand } from './by-hand.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';

/** E-mail address and password; everything else is found, or asked when it is needed. */
export function StepWho({ above }: { readonly above: ReactNode }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { draft, password, busy, tested, failure, ...actions } = useStore(stores.setup);
  const { change, setPassword, guess, test, connect } = actions;
  const keepsPasswords = useStore(stores.settings, state => state.info?.keepsPasswords ?? true);
  const ready = draft.email !== '' && password !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) void connect();
  };
  return (
    <Page title={t('who.title')} narrow above={above}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('who.email')}
          type="email"
          autoComplete="email"
          spellCheck={false}
          required
          value={draft.email}
          onChange={email => change({ email })}
          onBlur={guess}
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
        {failure?.noteKey === undefined && <GoodToKnow />}
        <ByHand />
        {draft.server.security === 'none' && (
          <Notice kind="warning" message={t('who.insecure')} nextStep={t('who.insecureNext')} />
        )}
        <div role="status">{tested && <Notice kind="good" message={t('who.tested')} />}</div>
        {failure !== undefined && (
          <FailureNotice
            failure={failure}
            actions={<Button onClick={test}>{t('action.tryAgain')}</Button>}
          />
        )}
        <div className="form-actions">
          <Button onClick={test} disabled={!ready} busy={busy}>
            {t('who.test')}
          </Button>
          <Button type="submit" kind="primary" disabled={!ready} busy={busy}>
            {busy ? t('who.connecting') : t('who.continue')}
          </Button>
        </div>
      </form>
      <CertificateDialog />
    </Page>
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

import { type FormEvent, type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Field } from '../../ui/controls/field.tsx';
import { LinkButton } from '../../ui/controls/link-button.tsx';
import { useWords } from '../../words/use-words.ts';

export const ownClientForm = 'own-client';

/** What a person does at each provider, in turn. */
const steps = {
  microsoft: [
    'signIn.ownClientSteps.microsoft.register',
    'signIn.ownClientSteps.microsoft.accounts',
    'signIn.ownClientSteps.microsoft.redirect',
    'signIn.ownClientSteps.microsoft.flows',
    'signIn.ownClientSteps.microsoft.id',
  ],
  google: [
    'signIn.ownClientSteps.google.project',
    'signIn.ownClientSteps.google.client',
    'signIn.ownClientSteps.google.id',
  ],
  yahoo: [
    'signIn.ownClientSteps.yahoo.access',
    'signIn.ownClientSteps.yahoo.app',
    'signIn.ownClientSteps.yahoo.id',
  ],
  yandex: [
    'signIn.ownClientSteps.yandex.app',
    'signIn.ownClientSteps.yandex.redirect',
    'signIn.ownClientSteps.yandex.id',
  ],
  other: [
    'signIn.ownClientSteps.other.ask',
    'signIn.ownClientSteps.other.redirect',
    'signIn.ownClientSteps.other.id',
  ],
} as const;

/** How a person gets a client ID of their own, and where they type it. */
export function OwnClient(): ReactElement | null {
  const { t } = useWords();
  const { asked, begin } = useStore(useStores().signIn);
  const { name: provider = '', ownClientId, ownClient } = asked?.provider ?? {};
  const [id, setId] = useState(ownClientId ?? '');
  const [secret, setSecret] = useState('');
  const key = ownClient?.key ?? 'other';
  const page = ownClient?.page;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const client = { id: id.trim(), ...(secret.trim() !== '' && { secret: secret.trim() }) };
    if (client.id !== '') void begin({ client });
  };
  const redirect = key === 'microsoft' ? 'http://localhost' : 'http://127.0.0.1/callback';
  const scope = 'mail:imap_ro';
  return (
    <form id={ownClientForm} className="stack" onSubmit={submit}>
      <p>{t('signIn.ownClientText', { provider })}</p>
      <ol className="sign-in-steps">
        {steps[key].map(step => (
          <li key={step}>{t(step, { provider, redirect, scope })}</li>
        ))}
      </ol>
      {page !== undefined && (
        <div>
          <LinkButton address={page}>{t('action.openPage', { provider })}</LinkButton>
        </div>
      )}
      <Field
        label={t('signIn.clientId')}
        spellCheck={false}
        autoComplete="off"
        required
        value={id}
        onChange={setId}
      />
      {ownClient?.hasSecret === true && (
        <Field
          label={t('signIn.clientSecret')}
          hint={t('signIn.clientSecretHint')}
          type="password"
          autoComplete="off"
          value={secret}
          onChange={setSecret}
        />
      )}
    </form>
  );
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import {
  mailProtocols,
  type Server,
  type SignInWay,
  signInWays,
} from '../../../shared/contract.ts';
import { kindOf, withSecurity } from '../../store/server-kind.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { useWords } from '../../words/use-words.ts';
import { CertificatePaths, certificateFieldId } from './certificate-paths.tsx';
import { useForm } from './form.ts';

const automatic = 'automatic';

const kindWords = { imap: 'who.kindAll', pop3: 'who.kindInbox' } as const;

/** What a way of signing in does with the password, under `who.mechanism` in the catalogue. */
const mechanisms = {
  'scram-sha-256-plus': 'bound',
  'scram-sha-256': 'protected',
  'scram-sha-1-plus': 'bound',
  'scram-sha-1': 'protected',
  'cram-md5': 'outdated',
  apop: 'outdated',
  oauthbearer: 'provider',
  xoauth2: 'provider',
  plain: 'asTyped',
  login: 'asTyped',
  'login-command': 'command',
} as const satisfies Record<SignInWay, string>;

/** Where the name of the server is typed. */
export const serverFieldId = 'account-server';

interface Props {
  /** The account's archive was begun with what it fetches now. */
  readonly keepsKind?: boolean;
}

/** Where the mail is and how it is reached. */
export function ServerFields({ keepsKind = false }: Props): ReactElement {
  const { t } = useWords();
  const { draft, means, change, changeKind } = useStore(useForm());
  const { server, user } = draft;
  // A token is of no use to the ways of a password, nor the other way round; APOP is POP3's alone.
  const isPossible = (way: SignInWay) =>
    (mechanisms[way] === 'provider') === (means === 'provider') &&
    (way !== 'apop' || server.protocol === 'pop3');
  const possible = signInWays.filter(way => way === server.signIn || isPossible(way));
  const changeServer = (part: Partial<Server>) =>
    change({ byHand: true, server: { ...server, ...part } });
  return (
    <>
      {keepsKind ? (
        <div>
          <p>{t(kindWords[kindOf(server)])}</p>
          <p className="small quiet">{t('who.kindFixed')}</p>
        </div>
      ) : (
        <div className="stack-small">
          <Select
            label={t('who.kind')}
            value={kindOf(server)}
            options={mailProtocols.map(value => ({ value, label: t(kindWords[value]) }))}
            onChange={changeKind}
          />
          <p className="small quiet">{t('who.kindHint')}</p>
        </div>
      )}
      <div className="by-hand-server">
        <Field
          label={t('who.server')}
          inputId={serverFieldId}
          spellCheck={false}
          value={server.host}
          onChange={host => changeServer({ host })}
        />
        <Field
          label={t('who.port')}
          inputMode="numeric"
          value={server.port === 0 ? '' : String(server.port)}
          onChange={text => changeServer({ port: Number(text.replace(/\D/g, '').slice(0, 5)) })}
        />
      </div>
      <Select
        label={t('who.security')}
        value={server.security}
        options={[
          { value: 'tls', label: t('who.securityTls') },
          { value: 'starttls', label: t('who.securityStarttls') },
          { value: 'none', label: t('who.securityNone') },
        ]}
        onChange={security => changeServer(withSecurity(server, security))}
      />
      <Field
        label={t('who.user')}
        spellCheck={false}
        value={user}
        onChange={name => change({ byHand: true, user: name })}
      />
      <Select
        label={t('who.mechanism.label')}
        value={server.signIn ?? automatic}
        options={[
          { value: automatic, label: t('who.mechanism.automatic') },
          ...possible.map(way => ({
            value: way,
            label: t(`who.mechanism.${mechanisms[way]}`, { name: way.toUpperCase() }),
          })),
        ]}
        onChange={way => changeServer({ signIn: way === automatic ? undefined : way })}
      />
      <p className="small quiet">{t('who.certificateHint')}</p>
      <CertificatePaths paths={server} inputId={certificateFieldId} onChange={changeServer} />
    </>
  );
}

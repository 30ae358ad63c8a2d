import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Server } from '../../../shared/contract.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { useWords } from '../../words/use-words.ts';
import { CertificatePaths, certificateFieldId } from './certificate-paths.tsx';
import { useForm } from './form.ts';

/** Where each kind of protection is usually found. */
const usualPorts = { tls: 993, starttls: 143, none: 143 };

/** Where the name of the server is typed. */
export const serverFieldId = 'account-server';

/** Where the mail is and how it is reached. */
export function ServerFields(): ReactElement {
  const { t } = useWords();
  const { draft, change } = useStore(useForm());
  const { server, user } = draft;
  const changeServer = (part: Partial<Server>) =>
    change({ byHand: true, server: { ...server, ...part } });
  return (
    <>
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
        onChange={security => {
          const usual = server.port === usualPorts[server.security];
          changeServer({ security, port: usual ? usualPorts[security] : server.port });
        }}
      />
      <Field
        label={t('who.user')}
        spellCheck={false}
        value={user}
        onChange={name => change({ byHand: true, user: name })}
      />
      <p className="small quiet">{t('who.certificateHint')}</p>
      <CertificatePaths paths={server} inputId={certificateFieldId} onChange={changeServer} />
    </>
  );
}

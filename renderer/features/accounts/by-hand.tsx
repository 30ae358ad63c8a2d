import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Server } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { CertificatePaths } from './certificate-paths.tsx';

/** Where each kind of protection is usually found. */
const usualPorts = { tls: 993, starttls: 143, none: 143 };

/** The server's settings, for those who know them. */
export function ByHand(): ReactElement {
  const { t } = useWords();
  const { draft, change } = useStore(useStores().setup);
  const { server, user, byHand } = draft;
  const changeServer = (part: Partial<Server>) =>
    change({ byHand: true, server: { ...server, ...part } });
  return (
    <Fold title={t('who.byHand')} open={byHand}>
      <div className="card card-padded stack">
        <div className="by-hand-server">
          <Field
            label={t('who.server')}
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
        <CertificatePaths paths={server} onChange={changeServer} />
      </div>
    </Fold>
  );
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ServerDetails } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { CertificateFacts } from './certificate-facts.tsx';

/** How an account's server is protected, its certificate and, for those who look into a problem, what it offers. */
export function ServerDialog(): ReactElement | null {
  const { t } = useWords();
  const stores = useStores();
  const { accountId, details, close } = useStore(stores.serverLook);
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === accountId),
  );
  if (account === undefined) return null;
  return (
    <Dialog
      title={t('serverDetails.title', { email: account.profile.email })}
      open
      onClose={close}
      safe={<Button onClick={close}>{t('action.close')}</Button>}
    >
      {details.status === 'loading' && <p role="status">{t('serverDetails.looking')}</p>}
      {details.status === 'failed' && <FailureNotice failure={details.failure} />}
      {details.status === 'ready' && <Details details={details.value} />}
    </Dialog>
  );
}

function Details({ details }: { readonly details: ServerDetails }): ReactElement {
  const { t } = useWords();
  const { server, certificate, encryption, failure, greeting, capabilities = [] } = details;
  const trusted = certificate !== undefined && 'trustedBy' in certificate && certificate.trustedBy;
  const words = {
    issuer: 'serverDetails.trusted',
    fingerprint: 'serverDetails.trustedByYou',
  } as const;
  return (
    <>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <dl className="facts">
        <dt>{t('serverDetails.connection')}</dt>
        <dd>
          {t(certificate === undefined ? 'serverDetails.notEncrypted' : 'serverDetails.encrypted')}
        </dd>
        {trusted && (
          <>
            <dt>{t('serverDetails.certificate')}</dt>
            <dd>{t(words[trusted])}</dd>
          </>
        )}
        {certificate !== undefined && <CertificateFacts certificate={certificate} />}
      </dl>
      <Fold title={t('serverWords')}>
        <dl className="facts">
          <dt>{t('serverDetails.address')}</dt>
          <dd>
            {server.host}:{server.port} ({(server.protocol ?? 'imap').toUpperCase()})
          </dd>
          {encryption !== undefined && (
            <>
              <dt>{t('serverDetails.encryption')}</dt>
              <dd>
                {encryption.protocol}, {encryption.cipher}
              </dd>
            </>
          )}
          {greeting !== undefined && (
            <>
              <dt>{t('serverDetails.greeting')}</dt>
              <dd>{greeting}</dd>
              <dt>{t('serverDetails.capabilities')}</dt>
              <dd>{capabilities.join(', ')}</dd>
            </>
          )}
        </dl>
      </Fold>
    </>
  );
}

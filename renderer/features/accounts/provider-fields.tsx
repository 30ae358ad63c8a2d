import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';
import { useProviderSignIn } from './use-provider-sign-in.ts';

interface Props {
  /** As it is saved, where it is signed in to with its provider already. */
  readonly account: Account | undefined;
  onSignedIn?: (() => void) | undefined;
}

/** Signing in on the provider's page, in the place of a password; and the way back to one. */
export function ProviderFields({ account, onSignedIn }: Props): ReactElement {
  const { t } = useWords();
  const { ways, signInId, draft, setMeans } = useStore(useForm());
  const begin = useProviderSignIn(onSignedIn);
  const { provider, password } = ways ?? {};
  const known = account?.signedInBy;
  const name = provider?.name ?? known?.provider ?? draft.server.host;
  const isIn = signInId !== undefined || (known !== undefined && account?.hasPassword === true);
  const user = signInId === undefined ? known?.as : undefined;
  const ownClientId = provider?.ownClientId;
  const again = <Button onClick={() => void begin()}>{t('signIn.again')}</Button>;
  return (
    <>
      {isIn ? (
        <Notice
          kind="safe"
          message={
            user === undefined
              ? t('signIn.done', { provider: name })
              : t('signIn.doneAs', { provider: name, user })
          }
          actions={
            <>
              {again}
              {account !== undefined && signInId === undefined && <SignOut account={account} />}
            </>
          }
        />
      ) : known !== undefined ? (
        <Notice kind="needs" message={t('signIn.ended', { provider: name })} actions={again} />
      ) : provider === undefined ? (
        <p className="small quiet">{t('signIn.noneFound', { server: draft.server.host })}</p>
      ) : provider.client === undefined ? (
        <Notice
          kind="needs"
          message={t('signIn.noClient', { provider: name })}
          nextStep={t(password === 'none' ? 'signIn.noClientOnly' : 'signIn.noClientNext', {
            provider: name,
          })}
          actions={<Button onClick={() => void begin()}>{t('signIn.ownClient')}</Button>}
        />
      ) : (
        <div>
          <Button kind="primary" size="large" onClick={() => void begin()}>
            {t('signIn.with', { provider: name })}
          </Button>
        </div>
      )}
      {(password !== 'none' || ownClientId !== undefined) && (
        <div className="row quiet-ways">
          {password !== 'none' && (
            <Button kind="quiet" onClick={() => setMeans('password')}>
              {t(password === 'app' ? 'signIn.useAppPassword' : 'signIn.usePassword')}
            </Button>
          )}
          {ownClientId !== undefined && (
            <Button kind="quiet" onClick={() => void begin(true)}>
              {t('signIn.changeClient')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function SignOut({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const { signOut } = useStores().accounts.getState();
  return <Button onClick={() => void signOut(account.id)}>{t('signIn.out')}</Button>;
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';
import { useProviderSignIn } from './use-provider-sign-in.ts';

interface Props {
  /** Where nothing is known of the provider, the person may have it looked for. */
  readonly mayLook: boolean;
  onSignedIn?: (() => void) | undefined;
}

/** Below a password: the way to sign in on the provider's page instead, or why there is none. */
export function OtherMeans({ mayLook, onSignedIn }: Props): ReactElement | null {
  const { t } = useWords();
  const { ways, findingWays, draft, findWays, setMeans } = useStore(useForm());
  const begin = useProviderSignIn(onSignedIn);
  const { host } = draft.server;
  if (ways === undefined) {
    if (!mayLook || host === '') return null;
    return (
      <div role="status">
        {findingWays ? (
          <p className="small quiet">{t('signIn.finding')}</p>
        ) : (
          <div className="quiet-ways">
            <Button kind="quiet" onClick={() => void findWays(true)}>
              {t('signIn.find')}
            </Button>
          </div>
        )}
      </div>
    );
  }
  const { provider } = ways;
  if (provider === undefined) {
    return mayLook ? (
      <p className="small quiet" role="status">
        {t('signIn.noneFound', { server: host })}
      </p>
    ) : null;
  }
  const { name, client } = provider;
  return (
    <div className="stack-small">
      {client === undefined && (
        <p className="small quiet">{t('signIn.noClient', { provider: name })}</p>
      )}
      <div className="quiet-ways">
        {client === undefined ? (
          <Button kind="quiet" onClick={() => void begin()}>
            {t('signIn.ownClient')}
          </Button>
        ) : (
          <Button kind="quiet" onClick={() => setMeans('provider')}>
            {t('signIn.useProvider', { provider: name })}
          </Button>
        )}
      </div>
    </div>
  );
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { SignInBegun } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { LinkButton } from '../../ui/controls/link-button.tsx';
import { useWords } from '../../words/use-words.ts';
import { Copied, Copy } from './copy.tsx';
import { TimeLeft } from './time-left.tsx';

type Begun = Extract<SignInBegun, { way: 'device' }>;

/** The code that a person types on the provider's page, on whatever device. */
export function WaitForDevice({ begun }: { readonly begun: Begun }): ReactElement | null {
  const { t } = useWords();
  const { asked, begin } = useStore(useStores().signIn);
  if (asked === undefined) return null;
  const { name: provider, browser } = asked.provider;
  const { userCode, verificationUri, verificationUriComplete, expiresAt } = begun;
  return (
    <>
      <p>{t('signIn.deviceText', { provider })}</p>
      <p className="sign-in-address">{verificationUri}</p>
      <output className="sign-in-code" aria-label={t('signIn.code')}>
        {userCode}
      </output>
      <div className="row">
        <LinkButton kind="primary" address={verificationUriComplete ?? verificationUri}>
          {t('action.openPage', { provider })}
        </LinkButton>
        <Copy label={t('signIn.copyCode')} text={userCode} />
        <Copied />
      </div>
      <TimeLeft until={expiresAt} />
      {browser && (
        <div className="quiet-ways">
          <Button kind="quiet" onClick={() => void begin({ way: 'browser' })}>
            {t('signIn.use.browser')}
          </Button>
        </div>
      )}
    </>
  );
}

import { type FormEvent, type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { ShownFailure, SignInBegun } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { LinkButton } from '../../ui/controls/link-button.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { Copied, Copy } from './copy.tsx';
import { TimeLeft } from './time-left.tsx';

interface Props {
  readonly begun: Extract<SignInBegun, { way: 'browser' }>;
  /** Why what was pasted is not understood. */
  readonly refused: ShownFailure | undefined;
}

/** The provider's page in a browser, which leads back here by itself, or by hand from another computer. */
export function WaitForBrowser({ begun, refused }: Props): ReactElement | null {
  const { t } = useWords();
  const { asked, isHere, begin } = useStore(useStores().signIn);
  const { url, opened, redirectUri, expiresAt } = begun;
  if (asked === undefined) return null;
  const { name: provider, device } = asked.provider;
  return (
    <>
      <p role="status">{t(opened ? 'signIn.browserOpened' : 'signIn.browserLink', { provider })}</p>
      <div className="row">
        <LinkButton kind={opened ? 'plain' : 'primary'} address={url}>
          {opened ? t('signIn.openAgain') : t('action.openPage', { provider })}
        </LinkButton>
        <Copy label={t('signIn.copyAddress')} text={url} />
        <Copied />
      </div>
      <TimeLeft until={expiresAt} />
      <Fold title={t('signIn.elsewhere')} open={!isHere}>
        <div className="stack">
          {device && (
            <div>
              <Button onClick={() => void begin({ way: 'device' })}>
                {t('signIn.use.device')}
              </Button>
            </div>
          )}
          <Redirected redirectUri={redirectUri} />
          {refused !== undefined && <FailureNotice failure={refused} />}
        </div>
      </Fold>
    </>
  );
}

function Redirected({ redirectUri }: { readonly redirectUri: string }): ReactElement {
  const { t } = useWords();
  const { finish } = useStores().signIn.getState();
  const [address, setAddress] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== '') void finish(address.trim());
  };
  return (
    <form onSubmit={submit}>
      <Field
        label={t('signIn.redirected')}
        hint={t('signIn.redirectedHint', { address: redirectUri })}
        spellCheck={false}
        autoComplete="off"
        value={address}
        onChange={setAddress}
        action={
          <Button type="submit" disabled={address.trim() === ''}>
            {t('signIn.continue')}
          </Button>
        }
      />
    </form>
  );
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { SignInPhase } from '../../store/sign-in.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { FailedSignIn } from './failed-sign-in.tsx';
import { OwnClient, ownClientForm } from './own-client.tsx';
import { WaitForBrowser } from './wait-for-browser.tsx';
import { WaitForDevice } from './wait-for-device.tsx';
import './sign-in.css';

/** Signing in with a provider: what the person does there, what is waited for, and what went wrong. */
export function SignInDialog(): ReactElement | null {
  const { t } = useWords();
  const { asked, phase, close } = useStore(useStores().signIn);
  if (phase === undefined) return null;
  const provider = asked?.provider.name;
  const isClient = phase.at === 'client';
  return (
    <Dialog
      title={
        provider === undefined
          ? t('signIn.again')
          : t(isClient ? 'signIn.ownClientTitle' : 'signIn.with', { provider })
      }
      open
      onClose={close}
      safe={<Button onClick={close}>{t('action.cancel')}</Button>}
      acting={
        isClient && (
          <Button kind="primary" type="submit" form={ownClientForm}>
            {t('signIn.continue')}
          </Button>
        )
      }
    >
      <Phase phase={phase} />
    </Dialog>
  );
}

function Phase({ phase }: { readonly phase: SignInPhase }): ReactElement {
  const { t } = useWords();
  switch (phase.at) {
    case 'looking':
    case 'beginning':
      return <p role="status">{t('loading')}</p>;
    case 'client':
      return <OwnClient />;
    case 'waiting':
      return phase.begun.way === 'device' ? (
        <WaitForDevice begun={phase.begun} />
      ) : (
        <WaitForBrowser begun={phase.begun} refused={phase.pasted} />
      );
    case 'finishing':
      return <p role="status">{t('signIn.finishing')}</p>;
    case 'failed':
      return <FailedSignIn failure={phase.failure} />;
  }
}

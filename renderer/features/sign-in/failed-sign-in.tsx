import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ShownFailure } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { waysOf } from '../../parts/failure-ways.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';

/** Why the sign-in came to nothing, and what can be done about it here. */
export function FailedSignIn({ failure }: { readonly failure: ShownFailure }): ReactElement {
  const { t } = useWords();
  const { asked, means, begin, askClient } = useStore(useStores().signIn);
  if (asked === undefined) return <FailureNotice failure={failure} />;
  const { browser, device } = asked.provider;
  const other = means === 'device' ? browser && 'browser' : device && 'device';
  const again = () => void begin();
  // One button is enough for both.
  const isBegunAnew = waysOf(failure).includes('signIn');
  const found = failure.args?.found;
  return (
    <FailureNotice
      failure={failure}
      ways={{ 'try-again': isBegunAnew ? undefined : again, signIn: again, client: askClient }}
      actions={
        <>
          {failure.code === 'signed-in-as-other' && typeof found === 'string' && (
            <Button onClick={() => void begin({ as: found })}>
              {t('signIn.asOther', { user: found })}
            </Button>
          )}
          {other !== false && (
            <Button onClick={() => void begin({ way: other })}>{t(`signIn.use.${other}`)}</Button>
          )}
        </>
      }
    />
  );
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ShownFailure } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly accountId: string;
  readonly failure: ShownFailure;
}

/** Why there is no list; an account's archive that is gone can be looked for here too. */
export function ListFailure({ accountId, failure }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const isOfAccount = useStore(stores.accounts, ({ accounts }) =>
    accounts.some(({ id }) => id === accountId),
  );
  const { ask } = stores.whereabouts.getState();
  const { refresh } = stores.library.getState();
  return (
    <FailureNotice
      failure={failure}
      actions={
        <>
          {isOfAccount && failure.code === 'archive-folder-missing' && (
            <Button onClick={() => ask(accountId)}>{t('away.locate')}</Button>
          )}
          <Button onClick={() => void refresh()}>{t('action.tryAgain')}</Button>
        </>
      }
    />
  );
}

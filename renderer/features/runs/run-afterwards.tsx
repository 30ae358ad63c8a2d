import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Account, RunState } from '../../../shared/contract.ts';
import { needsPassword, needsSignIn } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  readonly run: RunState | undefined;
}

/** What one wants when a run is over: look, keep the report, go again. */
export function RunAfterwards({ account, run }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { id } = account;
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { start, ask, showFolder, saveReport } = stores.runs.getState();
  const again = () => (needsPassword(account, run) ? ask(id) : void start(id));
  const isSafe = run?.verdict?.state === 'complete';
  const look = () => stores.place.getState().go({ at: 'library', accountId: id });
  const size = isSafe ? 'large' : 'normal';
  return (
    <div className="row">
      {isSafe && (
        <Button kind="primary" size={size} onClick={look}>
          {t('run.look')}
        </Button>
      )}
      <Button kind={isSafe ? 'plain' : 'primary'} size={size} onClick={again}>
        {t(
          needsSignIn(account)
            ? 'signIn.again'
            : run === undefined
              ? 'accounts.archiveNow'
              : 'run.again',
        )}
      </Button>
      {run !== undefined && run.mailboxes.length > 0 && (
        <Button size={size} onClick={() => void saveReport(id)}>
          {t('run.saveReport')}
        </Button>
      )}
      {onDesktop && (
        <Button size={size} onClick={() => void showFolder(id)}>
          {t('run.openFolder')}
        </Button>
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import type { Account, RunState } from '../../../shared/contract.ts';
import { isOver, needsPassword, needsSignIn } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  readonly run: RunState | undefined;
  /** Something is to be done; where all is well nothing stands out. */
  readonly urgent: boolean;
}

/** What can be done now: archive, or hold the run up; and the way to the library. */
export function AccountActions({ account, run, urgent }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { id } = account;
  const { go } = stores.place.getState();
  const { start, ask, pause, resume } = stores.runs.getState();
  const showRun = () => go({ at: 'run', accountId: id });
  const archive = async () => {
    if (needsPassword(account, run)) ask(id);
    else if (await start(id)) showRun();
  };
  if (run !== undefined && !isOver(run)) {
    return (
      <div className="account-actions">
        {run.state === 'paused' ? (
          <Button kind="primary" onClick={() => void resume(id)}>
            {t('run.resume')}
          </Button>
        ) : (
          <Button disabled={run.state === 'stopping'} onClick={() => void pause(id)}>
            {t('run.pause')}
          </Button>
        )}
        <Button kind="quiet" onClick={showRun}>
          {t('accounts.show')}
        </Button>
      </div>
    );
  }
  return (
    <div className="account-actions">
      <Button
        kind={urgent || needsSignIn(account) ? 'primary' : 'plain'}
        onClick={() => void archive()}
      >
        {t(needsSignIn(account) ? 'signIn.again' : 'accounts.archiveNow')}
      </Button>
      <Button onClick={() => go({ at: 'library', accountId: id })}>{t('accounts.look')}</Button>
    </div>
  );
}

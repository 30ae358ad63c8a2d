import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Account, RunState } from '../../../shared/contract.ts';
import { isOver, needsPassword } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  readonly run: RunState | undefined;
}

export function RunControls({ account, run }: Props): ReactElement {
  return run === undefined || isOver(run) ? (
    <Afterwards account={account} run={run} />
  ) : (
    <Meanwhile accountId={account.id} state={run.state} />
  );
}

/** Pause, go on, stop. */
function Meanwhile(props: {
  readonly accountId: string;
  readonly state: RunState['state'];
}): ReactElement {
  const { t } = useWords();
  const { accountId, state } = props;
  const { pause, resume, stop } = useStores().runs.getState();
  const [asking, setAsking] = useState(false);
  const stopping = state === 'stopping';
  const stopNow = () => {
    setAsking(false);
    void stop(accountId);
  };
  return (
    <div className="run-actions">
      {state === 'paused' ? (
        <Button kind="primary" onClick={() => resume(accountId)}>
          {t('run.resume')}
        </Button>
      ) : (
        <Button disabled={stopping} onClick={() => pause(accountId)}>
          {t('run.pause')}
        </Button>
      )}
      <Button disabled={stopping} onClick={() => setAsking(true)}>
        {t('run.stop')}
      </Button>
      <Dialog
        title={t('run.stopTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="primary" onClick={stopNow}>
              {t('run.stop')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('action.cancel')}</Button>
          </>
        }
      >
        <p>{t('run.stopText')}</p>
      </Dialog>
    </div>
  );
}

/** What one wants when it is over: look, open, keep the report, go again. */
function Afterwards({ account, run }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { id, profile } = account;
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { start, ask, showFolder, saveReport } = stores.runs.getState();
  const again = () => (needsPassword(account, run) ? ask(id) : start(id));
  const done = run?.state === 'done';
  const look = () => stores.place.getState().go({ at: 'library', accountId: id });
  return (
    <div className="run-after">
      <div className="run-actions">
        {done && (
          <Button kind="primary" onClick={look}>
            {t('run.look')}
          </Button>
        )}
        <Button kind={done ? 'plain' : 'primary'} onClick={again}>
          {run === undefined ? t('accounts.archiveNow') : t('run.again')}
        </Button>
        {onDesktop && <Button onClick={() => showFolder(id)}>{t('run.openFolder')}</Button>}
        {run !== undefined && run.mailboxes.length > 0 && (
          <Button onClick={() => saveReport(id)}>{t('run.saveReport')}</Button>
        )}
      </div>
      <p className="small quiet">{t('run.kept', { folder: profile.folder })}</p>
    </div>
  );
}

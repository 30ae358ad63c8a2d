import { type ReactElement, useId } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { fraction, isOver, isStill, needsPassword } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { useWords } from '../../words/use-words.ts';

/** An account, how its last run ended, and the one click that archives it now. */
export function AccountCard({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const title = useId();
  const { id, profile } = account;
  const run = useStore(stores.runs, state => state.runs[id]);
  const failure = useStore(stores.runs, state => state.failures[id]);
  const { go } = stores.place.getState();
  const { start, ask } = stores.runs.getState();
  const archive = async () => {
    if (needsPassword(account, run)) ask(id);
    else if (await start(id)) go({ at: 'run', accountId: id });
  };
  const isRunning = run !== undefined && !isOver(run);
  return (
    <li className="account-card" aria-labelledby={title}>
      <div className="account-card-facts">
        <h2 id={title}>{profile.email}</h2>
        {isRunning ? <p>{t(`run.${run.state}`)}</p> : <LastRun account={account} />}
        <p className="small quiet">{t('accounts.kept', { folder: profile.folder })}</p>
      </div>
      {isRunning && (
        <Progress label={t('run.overall')} value={fraction(run)} still={isStill(run)} />
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div className="account-card-actions">
        {isRunning ? (
          <Button kind="primary" onClick={() => go({ at: 'run', accountId: id })}>
            {t('accounts.show')}
          </Button>
        ) : (
          <Button kind="primary" onClick={archive}>
            {t('accounts.archiveNow')}
          </Button>
        )}
        <Button onClick={() => go({ at: 'library', accountId: id })}>{t('accounts.look')}</Button>
        {run !== undefined && !isRunning && (
          <Button kind="quiet" onClick={() => go({ at: 'run', accountId: id })}>
            {t('accounts.lastRun')}
          </Button>
        )}
      </div>
    </li>
  );
}

function LastRun({ account }: { readonly account: Account }): ReactElement {
  const { t, dayAndTime, verdict: inWords } = useWords();
  const { lastRun } = account;
  if (lastRun === undefined) return <p className="quiet">{t('accounts.neverRun')}</p>;
  const { complete, messages, finishedAt, verdict } = lastRun;
  const said = verdict && inWords(verdict);
  const date = dayAndTime(finishedAt);
  return (
    <>
      <p className="account-card-last" data-complete={complete}>
        <Icon name={complete ? 'done' : 'alert'} />
        {complete
          ? t('accounts.lastComplete', { count: messages, date })
          : t('accounts.lastIncomplete', { date })}
      </p>
      {said !== undefined && said.sentences.length > 0 && (
        <p className="small quiet">{said.sentences.join(' ')}</p>
      )}
    </>
  );
}

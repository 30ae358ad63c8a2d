import { type ReactElement, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Account, RunState } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { runFacts } from '../../parts/run-facts.ts';
import { answerOf } from '../../parts/standing.ts';
import { Years } from '../../parts/years.tsx';
import { fraction, isOver, isStill, needsPassword } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Menu, type MenuEntry } from '../../ui/controls/menu.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { RemoveAccount } from './remove-account.tsx';

/** An account: whether its mail is safe, what is known of it, and the one click that archives it now. */
export function AccountCard({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const title = useId();
  const { id, profile } = account;
  const run = useStore(stores.runs, state => state.runs[id]);
  const failure = useStore(stores.runs, state => state.failures[id]);
  const isRunning = run !== undefined && !isOver(run);
  const answer = answerOf(t, account, run);
  const { standing, text, share } = answer;
  return (
    <li className="card account" aria-labelledby={title}>
      <div className="account-top">
        <h2 id={title} className="cut">
          {profile.email}
        </h2>
        <More account={account} run={run} />
      </div>
      <Seal
        standing={standing}
        size="large"
        label={t(`standing.label.${standing}`)}
        share={share}
      />
      <p className="answer">{text}</p>
      {isRunning ? <Running run={run} /> : <LastRun account={account} />}
      {failure !== undefined && (
        <div className="account-rest">
          <FailureNotice failure={failure} />
        </div>
      )}
      <div className="account-end">
        <Actions
          account={account}
          run={run}
          urgent={standing === 'needs' || standing === 'never'}
        />
        {!isRunning && account.lastRun?.stock !== undefined && (
          <Years years={account.lastRun.stock.years} />
        )}
      </div>
    </li>
  );
}

function Running({ run }: { readonly run: RunState }): ReactElement {
  const words = useWords();
  return (
    <div className="account-rest stack-small">
      <Progress label={words.t('run.overall')} value={fraction(run)} still={isStill(run)} />
      <Facts facts={runFacts(words, run)} />
    </div>
  );
}

function LastRun({ account }: { readonly account: Account }): ReactElement {
  const { t, fileSize, when, verdict: inWords } = useWords();
  const { lastRun, profile } = account;
  if (lastRun === undefined) {
    return <p className="account-rest quiet">{t('accounts.kept', { folder: profile.folder })}</p>;
  }
  const { complete, finishedAt, verdict, stock, messages } = lastRun;
  const sentences = verdict === undefined ? [] : inWords(verdict).sentences;
  const safe = !complete && messages > 0 ? [t('standing.stillSafe', { count: messages })] : [];
  const first = stock?.years[0]?.year;
  const last = stock?.years.at(-1)?.year;
  const date = when(finishedAt);
  return (
    <div className="account-rest stack-small">
      <p>{[...sentences, ...safe].join(' ')}</p>
      <Facts
        facts={[
          stock !== undefined && fileSize(stock.bytes),
          first !== undefined && (first === last ? `${first}` : `${first}–${last}`),
          complete ? t('accounts.archivedOn', { date }) : t('accounts.triedOn', { date }),
          t('accounts.kept', { folder: profile.folder }),
        ]}
      />
    </div>
  );
}

interface ActionsProps {
  readonly account: Account;
  readonly run: RunState | undefined;
  /** Something is to be done; where all is well nothing stands out. */
  readonly urgent: boolean;
}

function Actions({ account, run, urgent }: ActionsProps): ReactElement {
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
      <Button kind={urgent ? 'primary' : 'plain'} onClick={() => void archive()}>
        {t('accounts.archiveNow')}
      </Button>
      <Button onClick={() => go({ at: 'library', accountId: id })}>{t('accounts.look')}</Button>
    </div>
  );
}

function More({ account, run }: Pick<ActionsProps, 'account' | 'run'>): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const [isRemoving, setRemoving] = useState(false);
  const { id, profile, lastRun } = account;
  const { showFolder, saveReport } = stores.runs.getState();
  const showRun = () => stores.place.getState().go({ at: 'run', accountId: id });
  const entries: (MenuEntry | false)[] = [
    run !== undefined && {
      id: 'run',
      icon: 'clock',
      label: isOver(run) ? t('accounts.lastRun') : t('accounts.show'),
      onChoose: showRun,
    },
    lastRun !== undefined && {
      id: 'report',
      icon: 'text',
      label: t('run.saveReport'),
      onChoose: () => void saveReport(id),
    },
    onDesktop && {
      id: 'files',
      icon: 'folder-open',
      label: t('run.openFolder'),
      onChoose: () => void showFolder(id),
    },
    {
      id: 'remove',
      icon: 'trash',
      label: t('accounts.remove'),
      danger: true,
      onChoose: () => setRemoving(true),
    },
  ];
  return (
    <>
      <Menu
        label={t('accounts.more', { email: profile.email })}
        entries={entries.filter(entry => entry !== false)}
      />
      {isRemoving && <RemoveAccount account={account} onClose={() => setRemoving(false)} />}
    </>
  );
}

import { type ReactElement, useId } from 'react';
import { useStore } from 'zustand';
import type { Account, RunState } from '../../../shared/contract.ts';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { runFacts } from '../../parts/run-facts.ts';
import { answerOf } from '../../parts/standing.ts';
import { useToday } from '../../parts/use-today.ts';
import { Years } from '../../parts/years.tsx';
import { fraction, isOver, isStill } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountActions } from './account-actions.tsx';
import { AccountMenu } from './account-menu.tsx';
import { AwayAccount } from './away-account.tsx';
import { CardHead } from './card-head.tsx';
import { LastRun } from './last-run.tsx';
import { usePlace } from './use-place.ts';
import { WatchLine } from './watch-line.tsx';

/** An account: whether its mail is safe, what is known of it, and the one click that archives it now. */
export function AccountCard({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const title = useId();
  const today = useToday();
  const { id, profile } = account;
  const run = useStore(stores.runs, state => state.runs[id]);
  const failure = useStore(stores.runs, state => state.failures[id]);
  const ways = useAccountWays(id);
  const isRunning = run !== undefined && !isOver(run);
  const place = usePlace(id, isRunning);
  if (place !== undefined && !isRunning) return <AwayAccount {...{ account, run, place }} />;
  const answer = answerOf(t, account, run, today);
  const { standing, text, share } = answer;
  return (
    <li className="card account" aria-labelledby={title}>
      <CardHead
        title={title}
        name={profile.email}
        menu={<AccountMenu account={account} run={run} />}
      />
      <Seal
        standing={standing}
        size="large"
        label={t(`standing.label.${standing}`)}
        share={share}
      />
      <p className="answer">{text}</p>
      {!isRunning && <WatchLine account={account} />}
      {isRunning ? <Running run={run} /> : <LastRun account={account} today={today} />}
      {failure !== undefined && (
        <div className="account-rest">
          <FailureNotice failure={failure} ways={ways} />
        </div>
      )}
      <div className="account-end">
        <AccountActions
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

import type { ReactElement } from 'react';
import type { Account, RunState, Verdict } from '../../../shared/contract.ts';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Sum } from '../../parts/sum.tsx';
import { Years } from '../../parts/years.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { useWords } from '../../words/use-words.ts';
import { asksWhetherMoved, MovedAccount } from './moved-dialog.tsx';
import { RunAfterwards } from './run-afterwards.tsx';

interface Props {
  readonly run: RunState;
  readonly account: Account | undefined;
}

/** The verdict of a run that is over, as the engine made it. */
export function RunOutcome({ run, account }: Props): ReactElement {
  const { verdict } = run;
  const after = account !== undefined && <RunAfterwards account={account} run={run} />;
  if (verdict?.state !== 'complete') {
    return (
      <>
        <Unfinished run={run} />
        {after}
        {verdict !== undefined && <Sum verdict={verdict} />}
      </>
    );
  }
  const years = account?.lastRun?.stock?.years ?? [];
  return (
    <div className="finish">
      <Moment verdict={verdict} stored={run.stored} />
      {after}
      {years.length > 1 && (
        <div className="card finish-years">
          <Years years={years} large />
        </div>
      )}
      <Sum verdict={verdict} />
    </div>
  );
}

/** Everything that was asked for is on the disk: worth a moment. */
function Moment(props: { readonly verdict: Verdict; readonly stored: number }): ReactElement {
  const { t, number, verdict: inWords } = useWords();
  const { verdict, stored } = props;
  const { archived } = verdict;
  const { news, sentences } = inWords(verdict);
  const found = stored === 0 ? t('run.upToDate') : news;
  const said = [t('run.nothingMissing'), ...(found === undefined ? [] : [found]), ...sentences];
  return (
    <div className="finish-head" role="status">
      <Seal standing="safe" size="moment" />
      <p className="moment">{number(archived)}</p>
      <p className="answer">{t('run.safe', { count: archived })}</p>
      <p className="lead quiet">{said.join(' ')}</p>
    </div>
  );
}

function Unfinished({ run }: { readonly run: RunState }): ReactElement {
  const { t, verdict: inWords } = useWords();
  const ways = useAccountWays(run.accountId);
  const { state, failure, verdict } = run;
  if (failure !== undefined && state === 'failed') {
    if (asksWhetherMoved(failure)) return <MovedAccount run={run} failure={failure} />;
    return <FailureNotice failure={failure} ways={ways} />;
  }
  if (verdict === undefined) {
    return (
      <Notice kind="needs" alert message={t('run.unfinished')} nextStep={t('run.unfinishedNext')} />
    );
  }
  const { title, news, sentences } = inWords(verdict);
  const next = verdict.state === 'stopped' ? t('run.unfinishedNext') : t('run.incompleteNext');
  const said = [...sentences, ...(news === undefined ? [] : [news]), next];
  return <Notice kind="needs" alert message={title} nextStep={said.join(' ')} />;
}

import type { ReactElement } from 'react';
import type { RunState } from '../../../shared/contract.ts';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** The verdict of a run that is over, as the engine made it. */
export function RunOutcome({ run }: { readonly run: RunState }): ReactElement {
  const { t, verdict: inWords } = useWords();
  const { state, failure, verdict, stored } = run;
  if (failure !== undefined && state === 'failed') return <FailureNotice failure={failure} />;
  if (verdict === undefined) {
    return (
      <Notice
        kind="warning"
        alert
        message={t('run.unfinished')}
        nextStep={t('run.unfinishedNext')}
      />
    );
  }
  const { title, sentences } = inWords(verdict);
  const isGood = verdict.state === 'complete';
  const next = verdict.state === 'stopped' ? t('run.unfinishedNext') : t('run.incompleteNext');
  const said = [...sentences, ...(isGood && stored === 0 ? [t('run.upToDate')] : [])];
  return (
    <Notice
      kind={isGood ? 'good' : 'warning'}
      alert
      message={title}
      nextStep={[...said, ...(isGood ? [] : [next])].join(' ')}
    />
  );
}

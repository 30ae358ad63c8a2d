import type { ReactElement } from 'react';
import type { RunState } from '../../../shared/contract.ts';
import { missingOf } from '../../store/run-progress.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** The verdict of a run that is over. */
export function RunOutcome({ run }: { readonly run: RunState }): ReactElement {
  const { t } = useWords();
  const { state, failure } = run;
  if (failure !== undefined && state === 'failed') {
    return <FailureNotice failure={failure} />;
  }
  const missing = missingOf(run);
  if (state === 'done' && missing === 0 && run.problemCount === 0) {
    const nothingNew = run.stored === 0 ? t('run.upToDate') : undefined;
    return <Notice kind="good" alert message={t('run.complete')} nextStep={nothingNew} />;
  }
  if (missing === 0) {
    return (
      <Notice
        kind="warning"
        alert
        message={t('run.unfinished')}
        nextStep={t('run.unfinishedNext')}
      />
    );
  }
  return (
    <Notice
      kind="warning"
      alert
      message={t('run.incomplete', { count: missing })}
      nextStep={t('run.incompleteNext')}
    />
  );
}

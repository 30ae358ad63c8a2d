import type { ReactElement } from 'react';
import type { RunState } from '../../../shared/contract.ts';
import { runFacts } from '../../parts/run-facts.ts';
import { fraction, isStill } from '../../store/run-progress.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { RunControls } from './run-controls.tsx';

/** How far a run is: one large number, a bar, what is known; and what it waits for. */
export function RunStatus({ run }: { readonly run: RunState }): ReactElement {
  const words = useWords();
  const { t, number, timeOfDay } = words;
  const { accountId, state, done, messages, stored, waiting } = run;
  const saved = messages === undefined ? stored : done;
  return (
    <>
      <section className="stack-small" aria-label={t('run.progress')}>
        <p className="run-number">
          <span className="moment">{number(saved)}</span>
          <span className="lead quiet">
            {messages === undefined
              ? t('run.savedSoFar', { count: saved })
              : t('run.ofSaved', { count: messages })}
          </span>
        </p>
        <Progress label={t('run.overall')} value={fraction(run)} still={isStill(run)} />
        <div className="run-line">
          <Facts facts={runFacts(words, run)} />
          <span className="unseen" role="status">
            {t(`run.${state}`)}
          </span>
          <RunControls accountId={accountId} state={state} />
        </div>
      </section>
      {waiting !== undefined && (
        <Notice
          kind="waiting"
          message={t(`run.wait.${waiting.cause}`, { time: timeOfDay(waiting.until) })}
          details={{ title: t('details'), text: waiting.reason }}
        />
      )}
    </>
  );
}

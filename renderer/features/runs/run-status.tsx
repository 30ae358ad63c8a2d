import type { ReactElement } from 'react';
import type { RunState } from '../../../shared/contract.ts';
import { fraction, isStill } from '../../store/run-progress.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { useWords } from '../../words/use-words.ts';

/** How far a run is: a bar, messages, fileSize, speed and time left; and what it waits for. */
export function RunStatus({ run }: { readonly run: RunState }): ReactElement {
  const { t, fileSize, duration, timeOfDay } = useWords();
  const { state, stored, done, messages, bytes, received, waiting, secondsLeft: left } = run;
  const facts = [
    messages !== undefined && t('run.ofMessages', { done, messages }),
    messages === undefined && run.mailboxes.length > 0 && t('run.sizeUnknown'),
    bytes !== undefined && bytes > 0 && run.fraction !== undefined
      ? t('run.ofBytes', { done: fileSize(run.fraction * bytes), bytes: fileSize(bytes) })
      : false,
    stored > 0 && t('run.newMessages', { count: stored }),
    received > 0 && fileSize(received),
    state === 'running' && run.speed >= 1 && t('run.perSecond', { count: Math.round(run.speed) }),
    left !== undefined && (left < 60 ? t('run.leftSoon') : t('run.left', { time: duration(left) })),
  ].filter(each => typeof each === 'string');
  return (
    <section className="run-status">
      <p className="run-state" role="status">
        {t(`run.${state}`)}
      </p>
      <Progress label={t('run.overall')} value={fraction(run)} still={isStill(run)} />
      <p className="run-facts number">{facts.join(' · ')}</p>
      {waiting !== undefined && (
        <Notice
          kind="warning"
          message={t(`run.wait.${waiting.cause}`, { time: timeOfDay(waiting.until) })}
          details={{ title: t('details'), text: waiting.reason }}
        />
      )}
    </section>
  );
}

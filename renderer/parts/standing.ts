import type { TFunction } from 'i18next';
import type { Account, RunState } from '../../shared/contract.ts';
import { fraction, isOver } from '../store/run-progress.ts';
import type { Standing } from '../ui/feedback/seal.tsx';

/** Whether an account's mail is safe: the sign, and the sentence that answers it. */
export interface Answer {
  readonly standing: Standing;
  readonly text: string;
  readonly share?: number | undefined;
}

/** Said of a run that goes on, else of the last one that came to an end. */
export function answerOf(t: TFunction, account: Account, run: RunState | undefined): Answer {
  if (run !== undefined && !isOver(run)) {
    const { done, messages, state } = run;
    const text =
      messages === undefined || state === 'connecting'
        ? t('run.connecting')
        : t('standing.soFar', { done, messages });
    return { standing: 'working', text, share: fraction(run) };
  }
  const { lastRun } = account;
  if (lastRun === undefined) return { standing: 'never', text: t('standing.never') };
  const { complete, messages: count, verdict } = lastRun;
  if (complete) {
    const isAll =
      verdict !== undefined && verdict.leftOut.mailboxes + verdict.shared.mailboxes === 0;
    return { standing: 'safe', text: t(isAll ? 'standing.safeAll' : 'standing.safe', { count }) };
  }
  return { standing: 'needs', text: unsafe() };

  function unsafe(): string {
    if (verdict?.state === 'stopped') return t('standing.stopped');
    if (verdict?.state === 'incomplete' && verdict.missing > 0) {
      return t('standing.missing', { count: verdict.missing });
    }
    return verdict?.state === 'incomplete' ? t('standing.incomplete') : t('standing.failed');
  }
}

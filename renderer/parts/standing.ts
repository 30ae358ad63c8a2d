import type { TFunction } from 'i18next';
import type { Account, RunState } from '../../shared/contract.ts';
import { fraction, isOver } from '../store/run-progress.ts';
import type { Standing } from '../ui/feedback/seal.tsx';
import { daysSince, isStale } from './days-since.ts';

/** Whether an account's mail is safe: the sign, and the sentence that answers it. */
export interface Answer {
  readonly standing: Standing;
  readonly text: string;
  readonly share?: number | undefined;
}

/**
 * Said of a run that goes on, else of the last one that came to an end, of how long that is ago, and of the last check.
 * @param today the beginning of the person's day, milliseconds since 1970
 */
export function answerOf(
  t: TFunction,
  account: Account,
  run: RunState | undefined,
  today: number,
): Answer {
  if (run !== undefined && !isOver(run)) {
    const { done, messages, state } = run;
    const text =
      messages === undefined || state === 'connecting'
        ? t('run.connecting')
        : t('standing.soFar', { done, messages });
    return { standing: 'working', text, share: fraction(run) };
  }
  const { lastRun, lastComplete } = account;
  if (lastRun === undefined) return { standing: 'never', text: t('standing.never') };
  const { complete, messages: count, verdict } = lastRun;
  const unsaved =
    lastComplete !== undefined && isStale(lastComplete.finishedAt, today)
      ? t('standing.stale', { count: daysSince(lastComplete.finishedAt, today) })
      : undefined;
  if (!complete) return { standing: 'needs', text: unsafe() };
  const damaged = damagedNow(account);
  if (damaged > 0) return { standing: 'needs', text: t('standing.damaged', { count: damaged }) };
  if (unsaved !== undefined) return { standing: 'needs', text: unsaved };
  const isAll =
    verdict !== undefined &&
    verdict.leftOut.mailboxes + verdict.shared.mailboxes + verdict.excluded === 0;
  return { standing: 'safe', text: t(isAll ? 'standing.safeAll' : 'standing.safe', { count }) };

  function unsafe(): string {
    if (verdict?.state === 'stopped') return t('standing.stopped');
    if (verdict?.state === 'incomplete' && verdict.missing > 0) {
      return t('standing.missing', { count: verdict.missing });
    }
    if (verdict?.state === 'incomplete') return t('standing.incomplete');
    return unsaved ?? t('standing.failed');
  }
}

/** Files that are not as they were saved, as far as that is known: a run since fetched again what the server still had. */
export function damagedNow({ lastCheck }: Account): number {
  if (lastCheck === undefined) return 0;
  return lastCheck.archivedSince === true ? lastCheck.lost : lastCheck.damaged;
}

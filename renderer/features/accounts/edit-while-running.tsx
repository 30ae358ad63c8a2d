import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { isOver } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** A run goes on as it began. */
export function EditWhileRunning({
  accountId,
}: {
  readonly accountId: string;
}): ReactElement | null {
  const { t } = useWords();
  const { runs } = useStores();
  const run = useStore(runs, state => state.runs[accountId]);
  if (run === undefined || isOver(run)) return null;
  return (
    <Notice
      kind="waiting"
      message={t('edit.running')}
      nextStep={t('edit.runningNext')}
      actions={
        <Button
          busy={run.state === 'stopping'}
          onClick={() => void runs.getState().stop(accountId)}
        >
          {t('edit.stopRun')}
        </Button>
      }
    />
  );
}

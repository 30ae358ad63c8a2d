import { type ReactElement, useState } from 'react';
import type { RunState } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly accountId: string;
  readonly state: RunState['state'];
}

/** Pause, go on, stop. */
export function RunControls({ accountId, state }: Props): ReactElement {
  const { t } = useWords();
  const { pause, resume, stop } = useStores().runs.getState();
  const [asking, setAsking] = useState(false);
  const stopping = state === 'stopping';
  const stopNow = () => {
    setAsking(false);
    void stop(accountId);
  };
  return (
    <div className="row">
      {state === 'paused' ? (
        <Button icon="resume" size="small" kind="primary" onClick={() => void resume(accountId)}>
          {t('run.resume')}
        </Button>
      ) : (
        <Button icon="pause" size="small" disabled={stopping} onClick={() => void pause(accountId)}>
          {t('run.pause')}
        </Button>
      )}
      <Button icon="stop" size="small" disabled={stopping} onClick={() => setAsking(true)}>
        {t('run.stop')}
      </Button>
      <Dialog
        title={t('run.stopTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        safe={<Button onClick={() => setAsking(false)}>{t('action.cancel')}</Button>}
        acting={
          <Button kind="primary" onClick={stopNow}>
            {t('run.stop')}
          </Button>
        }
      >
        <p>{t('run.stopText')}</p>
      </Dialog>
    </div>
  );
}

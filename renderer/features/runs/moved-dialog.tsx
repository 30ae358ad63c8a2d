import { type ReactElement, useState } from 'react';
import type { RunState, ShownFailure } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly run: RunState;
  readonly failure: ShownFailure;
}

/** Whether the run ended with the question that {@link MovedAccount} asks. */
export function asksWhetherMoved({ code }: ShownFailure): boolean {
  return code === 'account-may-have-moved';
}

/**
 * The archive holds the same mail under another user or server: asks once whether the account moved there. Who leaves
 * the question still finds it on the page.
 */
export function MovedAccount({ run, failure }: Props): ReactElement {
  const { t } = useWords();
  const { start } = useStores().runs.getState();
  const [left, setLeft] = useState<number>();
  const leave = () => setLeft(run.startedAt);
  const itMoved = () => {
    leave();
    void start(run.accountId, undefined, { moved: true });
  };
  const question = t('moved.question', namesIn(failure));
  const kept = t('moved.kept');
  return (
    <>
      <Notice
        kind="needs"
        alert
        message={question}
        nextStep={kept}
        actions={<Button onClick={itMoved}>{t('moved.yes')}</Button>}
      />
      <Dialog
        title={t('moved.title')}
        open={left !== run.startedAt}
        onClose={leave}
        safe={<Button onClick={leave}>{t('action.cancel')}</Button>}
        acting={
          <Button kind="primary" onClick={itMoved}>
            {t('moved.yes')}
          </Button>
        }
      >
        <p>{question}</p>
        <p className="quiet">{kept}</p>
      </Dialog>
    </>
  );
}

/** The account's name in the archive, and the one it has now. */
function namesIn({
  args = {},
}: ShownFailure): Record<'held' | 'heldHost' | 'user' | 'host', string> {
  const { held = '', heldHost = '', user = '', host = '' } = args;
  return { held: `${held}`, heldHost: `${heldHost}`, user: `${user}`, host: `${host}` };
}

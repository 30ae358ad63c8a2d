import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { isOver } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { MailboxTable } from './mailbox-table.tsx';
import { Problems } from './problems.tsx';
import { RunControls } from './run-controls.tsx';
import { RunOutcome } from './run-outcome.tsx';
import { RunStatus } from './run-status.tsx';
import { Warnings } from './warnings.tsx';
import './run-page.css';

/** One account's run: while it goes how far it is, at its end what it proves. */
export function RunPage({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const run = useStore(stores.runs, state => state.runs[accountId]);
  const failure = useStore(stores.runs, state => state.failures[accountId]);
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === accountId),
  );
  const email = account?.profile.email ?? '';
  const back = (
    <div className="run-back">
      <Button kind="quiet" onClick={() => stores.place.getState().go({ at: 'accounts' })}>
        <Icon name="back" />
        {t('places.accounts')}
      </Button>
    </div>
  );
  return (
    <Page title={t('run.title', { email })} above={back}>
      {run !== undefined && (isOver(run) ? <RunOutcome run={run} /> : <RunStatus run={run} />)}
      {run === undefined && <p className="quiet">{t('run.none')}</p>}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {account !== undefined && <RunControls account={account} run={run} />}
      {run !== undefined && run.problems.length > 0 && (
        <Problems problems={run.problems} count={run.problemCount} />
      )}
      {run !== undefined && run.warnings.length > 0 && (
        <Warnings warnings={run.warnings} count={run.warningCount} />
      )}
      {run !== undefined && run.mailboxes.length > 0 && <MailboxTable run={run} />}
    </Page>
  );
}

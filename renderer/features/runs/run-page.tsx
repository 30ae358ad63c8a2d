import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Problems } from '../../parts/problems.tsx';
import { Warnings } from '../../parts/warnings.tsx';
import { isOver } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { MailboxTable } from './mailbox-table.tsx';
import { RunAfterwards } from './run-afterwards.tsx';
import { RunOutcome } from './run-outcome.tsx';
import { RunStatus } from './run-status.tsx';
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
  const ways = useAccountWays(accountId);
  const email = account?.profile.email ?? '';
  const isRunning = run !== undefined && !isOver(run);
  const back = {
    name: t('places.accounts'),
    go: () => stores.place.getState().go({ at: 'accounts' }),
  };
  return (
    <Page title={isRunning ? t('run.title', { email }) : email} back={back}>
      {isRunning && <RunStatus run={run} />}
      {run !== undefined && !isRunning && <RunOutcome run={run} account={account} />}
      {run === undefined && <p className="quiet">{t('run.none')}</p>}
      {run === undefined && account !== undefined && <RunAfterwards account={account} run={run} />}
      {failure !== undefined && <FailureNotice failure={failure} ways={ways} />}
      {run !== undefined && run.problems.length > 0 && (
        <Problems problems={run.problems} count={run.problemCount} />
      )}
      {run !== undefined && run.warnings.length > 0 && (
        <Warnings warnings={run.warnings} count={run.warningCount} />
      )}
      {run !== undefined && run.mailboxes.length > 0 && <MailboxTable run={run} />}
      {isRunning ? (
        <Background />
      ) : (
        account !== undefined && (
          <p className="run-place quiet">
            <Icon name="folder" small />
            {t('run.kept', { folder: account.profile.folder })}
          </p>
        )
      )}
    </Page>
  );
}

/** Nobody has to sit and watch. */
function Background(): ReactElement {
  const { t } = useWords();
  const onDesktop = useStore(useStores().settings, state => state.info?.host === 'desktop');
  return (
    <p className="small quiet">
      {onDesktop ? t('run.backgroundDesktop') : t('run.backgroundBrowser')}
    </p>
  );
}

import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { answerOf } from '../../parts/standing.ts';
import { useToday } from '../../parts/use-today.ts';
import type { AccountTab } from '../../store/place.ts';
import { isInboxOnly } from '../../store/server-kind.ts';
import { useStores } from '../../store/stores.ts';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { CheckTab } from './check-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { ReportActions, ReportTab } from './report-tab.tsx';
import './proof.css';

const tabs = ['report', 'history', 'check'] as const satisfies readonly AccountTab[];

interface Props {
  readonly accountId: string;
  readonly tab: AccountTab;
}

/** What an account's archive proves, under the one answer that its card gives. */
export function AccountPage({ accountId, tab }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const today = useToday();
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === accountId),
  );
  const run = useStore(stores.runs, state => state.runs[accountId]);
  const failure = useStore(stores.runs, state => state.failures[accountId]);
  const { go } = stores.place.getState();
  const { loadReport, loadHistory } = stores.proof.getState();
  const archivedAt = account?.lastRun?.finishedAt;
  // One that was stopped is in the history too.
  const checkedAt = useStore(stores.proof, state => state.checks[accountId]?.finishedAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when a run or a check has added to it
  useEffect(() => {
    void loadReport(accountId);
    void loadHistory(accountId);
  }, [accountId, archivedAt, checkedAt]);
  const back = { name: t('places.accounts'), go: () => go({ at: 'accounts' }) };
  if (account === undefined) {
    return (
      <Page title={t('places.accounts')} back={back}>
        <Empty icon="accounts" title={t('proof.noAccount')} />
      </Page>
    );
  }
  const { standing, text, share } = answerOf(t, account, run, today);
  return (
    <Page
      title={account.profile.email}
      back={back}
      end={tab === 'report' && <ReportActions accountId={accountId} />}
    >
      <div className="proof-answer">
        <Seal
          standing={standing}
          size="large"
          label={t(`standing.label.${standing}`)}
          share={share}
        />
        <p className="answer">{text}</p>
      </div>
      {isInboxOnly(account.profile) && <p className="quiet">{t('proof.inboxOnly')}</p>}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Tabs
        label={t('proof.tabs')}
        chosen={tab}
        tabs={tabs.map(key => ({ key, label: t(`proof.${key}`) }))}
        onChoose={key => go({ at: 'account', accountId, tab: key })}
      >
        {tab === 'report' && <ReportTab accountId={accountId} />}
        {tab === 'history' && <HistoryTab accountId={accountId} />}
        {tab === 'check' && <CheckTab account={account} run={run} />}
      </Tabs>
    </Page>
  );
}

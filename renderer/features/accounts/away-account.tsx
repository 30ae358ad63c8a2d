import { type ReactElement, useId } from 'react';
import { useStore } from 'zustand';
import type { Account, RunState } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountMenu } from './account-menu.tsx';
import { AwayCard } from './away-card.tsx';

interface Props {
  readonly account: Account;
  readonly run: RunState | undefined;
  readonly place: 'missing' | 'silent';
}

/** An account whose archive is not where it was: it is asked for, or waited for. */
export function AwayAccount({ account, run, place }: Props): ReactElement {
  const { t, fileSize, when } = useWords();
  const { whereabouts, runs } = useStores();
  const { id, profile, lastRun } = account;
  const isWaiting = useStore(whereabouts, state => state.waiting.includes(id));
  const failure = useStore(runs, state => state.failures[id]);
  const { ask, wait, look } = whereabouts.getState();
  const title = useId();
  const actions = isWaiting ? (
    <Button onClick={() => wait(id, false)}>{t('away.waitNoLonger')}</Button>
  ) : (
    place === 'missing' && (
      <Button kind="primary" onClick={() => ask(id)}>
        {t('ways.locate')}
      </Button>
    )
  );
  return (
    <AwayCard
      {...{ title, place }}
      name={profile.email}
      folder={profile.folder}
      menu={<AccountMenu account={account} run={run} />}
      actions={
        <>
          {actions}
          <Button onClick={() => void look(id)}>{t('ways.try-again')}</Button>
        </>
      }
    >
      {lastRun !== undefined && (
        <Facts
          facts={[
            lastRun.messages > 0 && t('library.total', { count: lastRun.messages }),
            lastRun.stock !== undefined && fileSize(lastRun.stock.bytes),
            t(lastRun.complete ? 'accounts.archivedOn' : 'accounts.triedOn', {
              date: when(lastRun.finishedAt),
            }),
          ]}
        />
      )}
      <p role="status">{isWaiting && t('away.waiting')}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </AwayCard>
  );
}

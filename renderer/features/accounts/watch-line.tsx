import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Account, WatchState } from '../../../shared/contract.ts';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { useWords, type Words } from '../../words/use-words.ts';

/** How an account is kept up with its mail: one line, and what the person has to do where that has ended. */
export function WatchLine({ account }: { readonly account: Account }): ReactElement | null {
  const words = useWords();
  const { id, profile } = account;
  const watch = useStore(useStores().watches, state => state.watches[id]);
  const ways = useAccountWays(id);
  if (watch === undefined || profile.keepUp !== true) return null;
  const { state, failure } = watch;
  const isStopped = failure?.kind === 'stopped';
  return (
    <div className="account-rest">
      <p className={`watch-line watch-${state}`} role="status">
        <span className="watch-dot" />
        {lineOf(words, watch)}
      </p>
      {state === 'failed' && failure !== undefined && !isStopped && (
        <FailureNotice failure={failure} ways={ways} unasked />
      )}
    </div>
  );
}

/** Ways in which the network or the server is not there. */
const unreachable: readonly string[] = [
  ...['connection', 'name-not-found', 'receive', 'transmit', 'no-answer', 'certificate'],
];

function lineOf({ t }: Words, { state, failure, messages = 0 }: WatchState): string {
  switch (state) {
    case 'watching':
      return t('watch.watching');
    case 'saving':
      return t('watch.saving', { count: messages });
    case 'away':
      if (failure?.kind === 'folder-in-use') return t('watch.inUse');
      return t(unreachable.includes(failure?.kind ?? '') ? 'watch.offline' : 'watch.later');
    case 'failed':
      if (failure?.kind === 'stopped') return t('watch.stopped');
      if (failure?.kind === 'sign-in-needed' || failure?.kind === 'login-refused') {
        return t('watch.signIn');
      }
      return t('watch.failed');
    default:
      return t('watch.connecting');
  }
}

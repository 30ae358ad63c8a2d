import { useStore } from 'zustand';
import type { EditPart } from '../store/place.ts';
import { needsPassword, needsSignIn } from '../store/run-progress.ts';
import { useStores } from '../store/stores.ts';
import type { WaysOut } from './failure-notice.tsx';

/** What can be done about a failure of an account: run it again, or change what it depends on. */
export function useAccountWays(accountId: string): WaysOut {
  const { accounts, place, runs, settings, whereabouts } = useStores();
  const onDesktop = useStore(settings, state => state.info?.host === 'desktop');
  const account = useStore(accounts, state => state.accounts.find(({ id }) => id === accountId));
  const run = useStore(runs, state => state.runs[accountId]);
  if (account === undefined) return {};
  const { start, ask, showFolder } = runs.getState();
  const { go } = place.getState();
  const edit = (part: EditPart) => () => go({ at: 'edit', accountId, part });
  const archive = async () => {
    if (needsPassword(account, run)) ask(accountId);
    else if (await start(accountId)) go({ at: 'run', accountId });
  };
  return {
    // To try is to sign in first, for which there is a button.
    'try-again': needsSignIn(account) ? undefined : () => void archive(),
    archive: () => void archive(),
    password: () => ask(accountId),
    signIn: account.signedInBy === undefined ? edit('server') : () => ask(accountId),
    server: edit('server'),
    certificate: edit('server'),
    folder: edit('place'),
    locate: () => whereabouts.getState().ask(accountId),
    'show-folder': onDesktop ? () => void showFolder(accountId) : undefined,
  };
}

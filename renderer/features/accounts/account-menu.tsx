import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Account, RunState } from '../../../shared/contract.ts';
import { isOver } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Menu, type MenuEntry } from '../../ui/controls/menu.tsx';
import { useWords } from '../../words/use-words.ts';
import { RemoveAccount } from './remove-account.tsx';

interface Props {
  readonly account: Account;
  readonly run: RunState | undefined;
}

/** What is seldom done with an account. */
export function AccountMenu({ account, run }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const [isRemoving, setRemoving] = useState(false);
  const { id, profile, lastRun } = account;
  const { showFolder } = stores.runs.getState();
  const { go } = stores.place.getState();
  const showRun = () => go({ at: 'run', accountId: id });
  const page = (icon: MenuEntry['icon'], tab: 'report' | 'history' | 'check'): MenuEntry => ({
    id: tab,
    icon,
    label: t(`proof.${tab}`),
    onChoose: () => go({ at: 'account', accountId: id, tab }),
  });
  const entries: (MenuEntry | false)[] = [
    run !== undefined && {
      id: 'run',
      icon: 'clock',
      label: isOver(run) ? t('accounts.lastRun') : t('accounts.show'),
      onChoose: showRun,
    },
    ...(lastRun === undefined
      ? []
      : [page('text', 'report'), page('history', 'history'), page('safe', 'check')]),
    lastRun !== undefined && {
      id: 'numbers',
      icon: 'chart',
      label: t('numbers.title'),
      onChoose: () => go({ at: 'numbers', accountId: id }),
    },
    {
      id: 'edit',
      icon: 'edit',
      label: t('accounts.edit'),
      onChoose: () => stores.place.getState().go({ at: 'edit', accountId: id }),
    },
    profile.server.protocol !== 'pop3' && {
      id: 'folders',
      icon: 'folder',
      label: t('mailboxes.title'),
      onChoose: () => go({ at: 'folders', accountId: id }),
    },
    {
      id: 'server',
      icon: 'certificate',
      label: t('serverDetails.menu'),
      onChoose: () => void stores.serverLook.getState().look(id),
    },
    onDesktop && {
      id: 'files',
      icon: 'folder-open',
      label: t('run.openFolder'),
      onChoose: () => void showFolder(id),
    },
    {
      id: 'remove',
      icon: 'trash',
      label: t('accounts.remove'),
      danger: true,
      onChoose: () => setRemoving(true),
    },
  ];
  return (
    <>
      <Menu
        label={t('accounts.more', { email: profile.email })}
        entries={entries.filter(entry => entry !== false)}
      />
      {isRemoving && <RemoveAccount account={account} onClose={() => setRemoving(false)} />}
    </>
  );
}

import { type CSSProperties, type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import { answerOf } from '../../parts/standing.ts';
import { hasSeveralArchives, useShelves } from '../../parts/use-shelves.ts';
import { useToday } from '../../parts/use-today.ts';
import { type FolderRow, folderRows } from '../../store/folder-rows.ts';
import { allAccounts } from '../../store/library.ts';
import { useStores } from '../../store/stores.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import './folder-tree.css';

/** Rem. */
const rowHeight = 1.75;

type Row =
  | { readonly kind: 'everything'; readonly accountId: typeof allAccounts }
  | { readonly kind: 'account'; readonly accountId: string; readonly title: string }
  | { readonly kind: 'all'; readonly messages: number }
  | { readonly kind: 'folder'; readonly folder: FolderRow };

/** All accounts in one, the accounts, and the folders of the one that is open. @param onChosen told that a place was chosen */
export function FolderTree(props: { readonly onChosen?: () => void }): ReactElement {
  const { t } = useWords();
  const { onChosen } = props;
  const stores = useStores();
  const { accountId, mailboxes, mailbox, chooseMailbox } = useStore(stores.library);
  const shelves = useShelves();
  const folders = useMemo(() => folderRows(mailboxes), [mailboxes]);
  const hasSeveral = shelves.length > 1;
  const rows: readonly Row[] = useMemo(() => {
    const messages = mailboxes.reduce((sum, each) => sum + each.messages, 0);
    const inside: Row[] = [
      { kind: 'all', messages },
      ...folders.map(folder => ({ kind: 'folder' as const, folder })),
    ];
    if (!hasSeveral) return inside;
    const accounts = shelves.flatMap(({ id, title }): Row[] => [
      { kind: 'account', accountId: id, title },
      ...(id === accountId ? inside : []),
    ]);
    if (!hasSeveralArchives(shelves)) return accounts;
    return [{ kind: 'everything', accountId: allAccounts }, ...accounts];
  }, [shelves, accountId, mailboxes, folders, hasSeveral]);
  const choose = (row: Row | undefined) => {
    if (row === undefined) return;
    // What was searched for is left for what is in the folder.
    stores.search.getState().clear();
    if (row.kind === 'account' || row.kind === 'everything') {
      stores.place.getState().go({ at: 'library', accountId: row.accountId });
      if (row.kind === 'everything') onChosen?.();
      return;
    }
    void chooseMailbox(row.kind === 'all' ? undefined : row.folder.name);
    onChosen?.();
  };
  const isSearching = useStore(stores.search, state => state.status !== 'none');
  const chosen = rows.findIndex(row => {
    if (accountId === allAccounts) return row.kind === 'everything';
    if (mailbox === undefined) return row.kind === 'all';
    return row.kind === 'folder' && row.folder.name === mailbox;
  });
  const isOpenAccount = (row: Row | undefined) =>
    row?.kind === 'account' && row.accountId === accountId;
  const depthOf = (row: Row | undefined) =>
    row?.kind === 'folder' ? row.folder.depth + (hasSeveral ? 1 : 0) : 0;
  return (
    <nav className="folder-tree" aria-label={t('library.folders')}>
      <VirtualList
        label={t('library.folders')}
        levelOf={index => depthOf(rows[index]) + 1}
        count={rows.length}
        rowHeight={rowHeight}
        chosen={isSearching ? -1 : chosen}
        isPassedOver={index => isOpenAccount(rows[index])}
        onChoose={index => choose(rows[index])}
        onEnter={() => onChosen?.()}
        renderRow={index => {
          const row = rows[index];
          return row && <TreeRow row={row} depth={depthOf(row)} />;
        }}
      />
    </nav>
  );
}

function TreeRow({ row, depth }: { readonly row: Row; readonly depth: number }): ReactElement {
  const { t, number } = useWords();
  const style = { '--depth': depth } as CSSProperties;
  switch (row.kind) {
    case 'everything':
      return (
        <span className="tree-row tree-account">
          <Icon name="library" small />
          <span className="cut">{t('library.allAccounts')}</span>
        </span>
      );
    case 'account':
      return <AccountRow accountId={row.accountId} title={row.title} />;
    case 'all':
      return (
        <span className="tree-row" style={style}>
          <Icon name="all" small />
          <span className="cut">{t('library.allFolders')}</span>
          <span className="tree-count">{number(row.messages)}</span>
        </span>
      );
    case 'folder': {
      const { use, label, name, messages, unread } = row.folder;
      return (
        <span className="tree-row" style={style} data-unread={unread > 0 || undefined}>
          <Icon name={use ?? 'folder'} small />
          <span className="cut" title={name}>
            {use === undefined ? label : t(`specialFolders.${use}`)}
          </span>
          <span className="tree-count">
            {number(messages)}
            {unread > 0 && (
              <span className="unseen">, {t('library.unread', { count: unread })}</span>
            )}
          </span>
        </span>
      );
    }
  }
}

function AccountRow(props: { readonly accountId: string; readonly title: string }): ReactElement {
  const { t } = useWords();
  const { accountId, title } = props;
  const stores = useStores();
  const isOpen = useStore(stores.library, state => state.accountId === accountId);
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === accountId),
  );
  const run = useStore(stores.runs, state => state.runs[accountId]);
  const today = useToday();
  const answer = account && answerOf(t, account, run, today);
  return (
    <span className="tree-row tree-account">
      <Icon name={isOpen ? 'down' : 'right'} small />
      <span className="cut" title={title}>
        {title}
      </span>
      {answer !== undefined && (
        <Seal
          standing={answer.standing}
          label={t(`standing.label.${answer.standing}`)}
          share={answer.share}
        />
      )}
    </span>
  );
}

import { type ReactElement, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { needsPassword } from '../../store/run-progress.ts';
import { serverFolderRows } from '../../store/server-folder-rows.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { LongList } from '../../ui/lists/long-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { AskPassword } from './ask-password.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { FolderLine } from './folder-line.tsx';
import { LostNames } from './lost-names.tsx';
import { NewFolderDialog } from './new-folder-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import './folders-page.css';

/** Rem. */
const rowHeight = 2.25;

/** The folders at the provider: the one place of the window that changes anything there. */
export function FoldersPage({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === accountId),
  );
  const { listed, busy } = useStore(stores.serverFolders);
  const { ask } = stores.serverFolders.getState();
  const back = {
    name: t('places.accounts'),
    go: () => stores.place.getState().go({ at: 'accounts' }),
  };
  const canChange = listed !== undefined && !busy;
  return (
    <Page
      title={t('mailboxes.title')}
      back={back}
      end={
        account !== undefined && (
          <Button icon="add" disabled={!canChange} onClick={() => ask({ about: 'new' })}>
            {t('mailboxes.newFolder')}
          </Button>
        )
      }
    >
      {account === undefined ? (
        <Empty icon="accounts" title={t('proof.noAccount')} />
      ) : (
        <Folders account={account} />
      )}
    </Page>
  );
}

function Folders({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const { serverFolders, runs } = useStores();
  const state = useStore(serverFolders);
  const run = useStore(runs, each => each.runs[account.id]);
  const ways = useAccountWays(account.id);
  const { listed, failure, question, busy } = state;
  const asks = needsPassword(account, run) && listed === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when the page is opened
  useEffect(() => {
    const { load, close } = serverFolders.getState();
    if (!asks) void load(account);
    return close;
  }, []);
  const rows = useMemo(() => serverFolderRows(listed?.folders ?? []), [listed]);
  return (
    <>
      <p className="quiet">{t('mailboxes.text')}</p>
      {failure !== undefined && (
        <FailureNotice
          failure={failure}
          ways={{ ...ways, archive: undefined, 'try-again': () => void state.load(account) }}
        />
      )}
      {asks && !busy && <AskPassword account={account} />}
      {listed === undefined && busy && <p role="status">{t('mailboxes.loading')}</p>}
      {listed !== undefined && rows.length === 0 && (
        <Empty icon="folder" title={t('mailboxes.empty')} />
      )}
      {listed !== undefined && rows.length > 0 && (
        <section className="card folder-lines" aria-busy={busy}>
          <LongList
            label={t('mailboxes.title')}
            count={rows.length}
            rowHeight={rowHeight}
            renderRow={index => {
              const row = rows[index];
              return row && <FolderLine row={row} nests={listed.nests} />;
            }}
          />
        </section>
      )}
      {listed !== undefined && <LostNames names={listed.lost} />}
      {question?.about === 'new' && <NewFolderDialog inside={question.inside} />}
      {question?.about === 'rename' && <RenameDialog folder={question.folder} />}
      {question?.about === 'delete' && <DeleteDialog account={account} folder={question.folder} />}
    </>
  );
}

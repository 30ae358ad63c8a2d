import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { allAccounts, type LibraryState } from '../../store/library.ts';
import { isOutgoing } from '../../store/own-mail.ts';
import { useStores } from '../../store/stores.ts';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { Columns } from './columns.tsx';
import { LeftOut } from './left-out.tsx';
import { ListHead } from './list-head.tsx';
import { type Choosing, MailList } from './mail-list.tsx';
import { MessageRowView } from './message-row.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useAccountName } from './use-account-name.ts';

interface Props extends Choosing {
  /** Or `allAccounts`. */
  readonly accountId: string;
}

/** What is in a folder, in all of an account, or in all of them. */
export function MessageList({ accountId, ...choosing }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const library = useStore(stores.library);
  const { total, status, failure, rowAt, need, refresh, pages } = library;
  const { mailbox, sort, descending, grouping, sortBy } = library;
  const previews = useStore(stores.previews);
  const ways = useAccountWays(accountId);
  const [visible, setVisible] = useState<readonly [number, number]>([0, -1]);
  const nameOf = useAccountName();
  const isGrouped = grouping === 'conversations';
  const isAll = accountId === allAccounts;
  const account = isAll ? {} : { accountId };
  const isOwn = mailbox !== undefined && isOutgoing(mailbox);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows may be there only now
  useEffect(() => {
    const [first, last] = visible;
    const length = Math.max(0, Math.min(last, total - 1) - first + 1);
    const rows = Array.from({ length }, (_, index) => rowAt(first + index)).filter(
      row => row !== undefined,
    );
    stores.previews.getState().need({ rows, conversations: isGrouped });
  }, [stores, visible, pages, total, rowAt, isGrouped]);
  return (
    <MailList
      {...choosing}
      kind="list"
      selectable={{
        key: JSON.stringify([accountId, mailbox, sort, descending, isGrouped]),
        list: {
          call: 'library.messages',
          input: { ...account, mailbox, sort, descending, conversations: isGrouped },
        },
        refAt(index) {
          const row = rowAt(index);
          return row && { accountId: row.accountId, messageId: row.id };
        },
      }}
      foot={
        <>
          <LeftOut />
          <SelectionBar
            question={{ which: 'folder', ...account, ...(mailbox !== undefined && { mailbox }) }}
            total={isGrouped ? messagesIn(library) : total}
          />
        </>
      }
      total={total}
      head={
        <>
          <ListHead />
          {grouping === 'asked' && status === 'ready' && (
            <div className="message-list-notice">
              <Notice kind="waiting" message={t('library.conversationsLater')} />
            </div>
          )}
          {failure !== undefined && (
            <div className="message-list-notice">
              <FailureNotice
                failure={failure}
                ways={{ ...ways, 'try-again': () => void refresh() }}
              />
            </div>
          )}
        </>
      }
      nothing={status === 'ready' && total === 0 ? <Nothing /> : undefined}
      columns={() => (
        <Columns
          sort={sort}
          descending={descending}
          sortable={sortable(grouping !== 'none' || isAll, isOwn)}
          isOutgoing={isOwn}
          onSort={column => void sortBy(column)}
        />
      )}
      onVisible={(first, last) => {
        setVisible([first, last]);
        need(first, last);
      }}
      renderRow={(index, layout) => {
        const row = rowAt(index);
        const preview = row && previews.of(row);
        return (
          <MessageRowView
            row={row}
            layout={layout}
            account={isAll && row ? nameOf(row.accountId) : undefined}
            snippet={preview?.text}
            count={isGrouped ? preview?.count : undefined}
            showsSize={sort === 'size'}
            isAllOutgoing={isOwn && layout.hasColumns}
          />
        );
      }}
    />
  );
}

/** All of them, of which the list has only the newest of each conversation. */
function messagesIn({ mailboxes, mailbox }: LibraryState): number {
  return mailboxes
    .filter(({ name }) => mailbox === undefined || name === mailbox)
    .reduce((sum, { messages }) => sum + messages, 0);
}

/** Nothing puts conversations or all accounts in order but their dates, and nothing a list by its recipients. */
function sortable(isByDate: boolean, isOutgoing: boolean) {
  if (isByDate) return ['date'] as const;
  return isOutgoing
    ? (['subject', 'date', 'size'] as const)
    : (['sender', 'subject', 'date', 'size'] as const);
}

function Nothing(): ReactElement {
  const { t } = useWords();
  const { accountId, mailboxes } = useStore(useStores().library);
  if (accountId === allAccounts) return <Empty icon="inbox" title={t('library.emptyTitle')} />;
  if (mailboxes.some(({ messages }) => messages > 0)) {
    return <Empty icon="folder" title={t('library.emptyFolder')} />;
  }
  return <Empty icon="inbox" title={t('library.emptyTitle')} text={t('library.emptyText')} />;
}

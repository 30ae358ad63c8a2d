import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { inboxFirst } from '../../store/inbox-first.ts';
import { useStores } from '../../store/stores.ts';
import { useWords } from '../../words/use-words.ts';

/** The folders of the account, all of them together first. */
export function FolderList(): ReactElement {
  const { t, number } = useWords();
  const { mailboxes, mailbox, chooseMailbox } = useStore(useStores().library);
  const all = mailboxes.reduce((sum, { messages }) => sum + messages, 0);
  const unread = mailboxes.reduce((sum, each) => sum + each.unread, 0);
  const entries = [
    { name: undefined, label: t('library.allFolders'), messages: all, unread },
    ...inboxFirst(mailboxes, each => each.name).map(each => ({
      ...each,
      label: each.name === 'INBOX' ? t('library.inbox') : each.name,
    })),
  ];
  return (
    <nav className="folder-list" aria-label={t('library.folders')}>
      <ul>
        {entries.map(each => (
          <li key={each.name ?? ''}>
            <button
              type="button"
              aria-current={mailbox === each.name ? 'true' : undefined}
              onClick={() => chooseMailbox(each.name)}
            >
              <span className="folder-list-name" data-unread={each.unread > 0}>
                {each.label}
              </span>
              <span className="small quiet">
                {number(each.messages)}
                {each.unread > 0 && (
                  <span className="unseen">, {t('library.unread', { count: each.unread })}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

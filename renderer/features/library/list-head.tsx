import { type ReactElement, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { isInbox } from '../../store/inbox-first.ts';
import { allAccounts } from '../../store/library.ts';
import { useStores } from '../../store/stores.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { FolderTree } from './folder-tree.tsx';

const sorts = ['date', 'sender', 'subject', 'size', 'attachments', 'unread'] as const;

/** Which folder, how many messages are in it, and in which order. */
export function ListHead(): ReactElement {
  const { t, number } = useWords();
  const { accountId, total, status, ...library } = useStore(useStores().library);
  const { sort, descending, grouping, sortBy } = library;
  const counted = grouping === 'conversations' ? 'library.conversationTotal' : 'library.total';
  return (
    <header className="pane-head">
      <FolderName />
      <span className="tree-count">
        <span aria-hidden="true">{status === 'loading' ? '' : number(total)}</span>
        <span className="unseen" role="status">
          {status === 'loading' ? t('loading') : t(counted, { count: total })}
        </span>
      </span>
      <span className="pane-gap" />
      {grouping === 'none' && accountId !== allAccounts ? (
        <Select
          label={t('library.sortBy')}
          labelUnseen
          bare
          value={sort}
          options={sorts.map(value => ({ value, label: t(`library.sort.${value}`) }))}
          onChange={value => void sortBy(value)}
        />
      ) : (
        <span className="pane-sort small quiet">{t('library.sort.date')}</span>
      )}
      <IconButton
        icon={descending ? 'descending' : 'ascending'}
        label={t('library.descending')}
        onClick={() => void sortBy(sort)}
      />
    </header>
  );
}

/** The folder that is open; where the tree has no room beside the list, it opens from here. */
function FolderName(): ReactElement {
  const { t } = useWords();
  const { accountId, mailbox } = useStore(useStores().library);
  const [open, setOpen] = useState(false);
  const whole = accountId === allAccounts ? t('library.allAccounts') : t('library.allFolders');
  const named = mailbox ?? whole;
  const name = isInbox(named) ? t('specialFolders.inbox') : named;
  return (
    <>
      <h2 className="pane-name cut" title={mailbox}>
        {name}
      </h2>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <AriaButton className="pane-pick" aria-label={t('library.openFolders', { name })}>
          <span className="cut">{name}</span>
          <Icon name="down" small />
        </AriaButton>
        <Popover className="menu pane-tree" placement="bottom start">
          <Dialog className="pane-tree-dialog" aria-label={t('library.folders')}>
            <FolderTree onChosen={() => setOpen(false)} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  );
}

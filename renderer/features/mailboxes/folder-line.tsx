import type { CSSProperties, ReactElement } from 'react';
import { specialFolder } from '../../../shared/model/special-folder.ts';
import type { ServerFolderRow } from '../../store/server-folder-rows.ts';
import { useStores } from '../../store/stores.ts';
import { Menu, type MenuEntry } from '../../ui/controls/menu.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly row: ServerFolderRow;
  /** Folders can be made inside of others here. */
  readonly nests: boolean;
}

/** A folder with how much is in it, and what can be done with it. */
export function FolderLine({ row, nests }: Props): ReactElement {
  const { t, number, fileSize } = useWords();
  const { folder, label, depth, hasChildren } = row;
  const { messages, bytes, subscribed } = folder;
  const use = folder.use ?? (depth === 0 ? specialFolder(label) : undefined);
  const shown = use === undefined ? label : t(`specialFolders.${use}`);
  return (
    <div className="folder-line" style={{ '--depth': depth } as CSSProperties}>
      <span className="folder-line-name">
        <Icon name={use ?? 'folder'} small />
        <span className="cut" title={label}>
          {shown}
        </span>
      </span>
      {subscribed && (
        <span className="folder-line-mark small quiet">{t('mailboxes.subscribed')}</span>
      )}
      <span className="folder-line-messages number">
        {messages !== undefined && (
          <>
            {number(messages)}
            <span className="unseen"> {t('library.messages')}</span>
          </>
        )}
      </span>
      <span className="folder-line-size number quiet">
        {bytes !== undefined && fileSize(bytes)}
      </span>
      <Menu
        label={t('mailboxes.more', { name: shown })}
        entries={useEntries({ row, nests, isFixed: folder.use !== undefined, hasChildren })}
      />
    </div>
  );
}

interface Choices extends Props {
  /** Mail programs rely on it: it is neither renamed nor deleted. */
  readonly isFixed: boolean;
  readonly hasChildren: boolean;
}

function useEntries({ row, nests, isFixed, hasChildren }: Choices): MenuEntry[] {
  const { t } = useWords();
  const { ask, subscribe } = useStores().serverFolders.getState();
  const { folder } = row;
  const { name, subscribed, selectable } = folder;
  const entries: (MenuEntry | false)[] = [
    nests && {
      id: 'new',
      icon: 'add',
      label: t('mailboxes.newInside'),
      onChoose: () => ask({ about: 'new', inside: folder }),
    },
    !isFixed && {
      id: 'rename',
      icon: 'edit',
      label: t('mailboxes.rename'),
      onChoose: () => ask({ about: 'rename', folder }),
    },
    (selectable || subscribed) && {
      id: 'subscribe',
      icon: subscribed ? 'hidden' : 'check',
      label: subscribed ? t('mailboxes.unsubscribe') : t('mailboxes.subscribe'),
      onChoose: () => void subscribe(name, !subscribed),
    },
    !isFixed &&
      !hasChildren && {
        id: 'delete',
        icon: 'trash',
        label: t('mailboxes.remove'),
        danger: true,
        onChoose: () => ask({ about: 'delete', folder }),
      },
  ];
  return entries.filter(entry => entry !== false);
}

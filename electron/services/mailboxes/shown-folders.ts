import type { ServerFolder, ServerFolders } from '../../../shared/contract.ts';
import { levelsOf } from '../../engine/mailbox-name.ts';
import type { ServerMailbox, ServerMailboxes } from '../../engine/mailboxes/server-mailboxes.ts';
import { missingLevels } from '../accounts/mailboxes.ts';
import { clippedName } from '../clip.ts';

/** The folders as the window shows them, every level of the tree before what is below it. */
export function shownFolders({ mailboxes, lost, delimiter }: ServerMailboxes): ServerFolders {
  const folders = new Map<string, ServerFolder>();
  for (const mailbox of mailboxes) {
    if (mailbox.isAssumed && mailbox.messages === undefined) continue;
    const { name } = mailbox;
    // Longer ones cannot be named in a call.
    if (name.key !== clippedName(name.key)) continue;
    const levels = levelsOf(name).filter(level => level !== '');
    for (const level of missingLevels(levels, name.delimiter, folders)) {
      folders.set(level.name, { ...level, subscribed: false });
    }
    folders.set(name.key, shown(mailbox, levels));
  }
  return {
    folders: [...folders.values()],
    lost: lost.map(({ key }) => clippedName(key)),
    nests: delimiter !== null,
  };
}

function shown(mailbox: ServerMailbox, levels: string[]): ServerFolder {
  const { name, canBeOpened: selectable, isSubscribed: subscribed, messages, bytes } = mailbox;
  const use = name.text === 'INBOX' ? 'inbox' : mailbox.use;
  return {
    ...{ name: name.key, levels, selectable, subscribed },
    ...(use !== undefined && { use }),
    ...(messages !== undefined && { messages }),
    ...(bytes !== undefined && { bytes }),
  };
}

import type { Output } from '../../shared/contract.ts';
import { type SpecialFolder, specialFolder } from '../../shared/model/special-folder.ts';
import { inboxFirst, isInbox } from './inbox-first.ts';

type Mailbox = Output<'library.mailboxes'>[number];

export interface FolderRow extends Mailbox {
  /** The last level of its name. */
  readonly label: string;
  /** How many of the folders it lies in are there, too. */
  readonly depth: number;
  readonly use: SpecialFolder | undefined;
}

/** What stands between the levels of names; which of them a server uses is seen from the names themselves. */
const separators = '/.\\';

/** Stored folders in the order in which a tree shows them, each below the one it lies in. */
export function folderRows(mailboxes: readonly Mailbox[]): readonly FolderRow[] {
  const names = new Set(mailboxes.map(({ name }) => name));
  const below = new Map<string | undefined, Mailbox[]>();
  for (const mailbox of inboxFirst(mailboxes, each => each.name)) {
    const parent = parentOf(mailbox.name, names);
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [mailbox]);
    else siblings.push(mailbox);
  }
  const rows: FolderRow[] = [];
  const add = (parent: string | undefined, depth: number): void => {
    for (const mailbox of below.get(parent) ?? []) {
      const label = parent === undefined ? mailbox.name : mailbox.name.slice(parent.length + 1);
      // Some servers keep everything inside of the inbox.
      const isNearTop = parent === undefined || isInbox(parent);
      const use = isNearTop ? specialFolder(label) : undefined;
      rows.push({ ...mailbox, label, depth, use });
      add(mailbox.name, depth + 1);
    }
  };
  add(undefined, 0);
  return rows;
}

/** The nearest folder that is there and whose name leads to this one. */
function parentOf(name: string, names: ReadonlySet<string>): string | undefined {
  for (let end = name.length - 2; end > 0; end -= 1) {
    if (!separators.includes(name.charAt(end))) continue;
    const parent = name.slice(0, end);
    if (names.has(parent)) return parent;
  }
  return undefined;
}

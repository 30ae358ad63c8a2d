import type { MailboxEntry } from '../../shared/contract.ts';
import { listAccount } from '../engine/run/list-mailboxes.ts';
import { hasUse } from '../engine/run/mailbox-pattern.ts';
import type { ListedMailbox, Session } from '../engine/session/session.ts';
import { clippedName } from './clip.ts';

type Use = NonNullable<MailboxEntry['use']>;

const uses: readonly Use[] = ['all', 'archive', 'drafts', 'flagged', 'junk', 'sent', 'trash'];

/** More would keep the person waiting on servers that tell one mailbox at a time; the rest has no count. */
const mostCounted = 500;

/**
 * The mailboxes of the account with their counts, every level of the tree before what is below it, in
 * the order of the server.
 */
export async function mailboxTree(session: Session): Promise<MailboxEntry[]> {
  const listed = await listAccount(session, false, () => undefined);
  const entries = new Map<string, MailboxEntry>();
  let counted = 0;
  for (const mailbox of listed) {
    const levels = levelsOf(mailbox);
    for (const level of missingLevels(levels, mailbox.delimiter, entries)) {
      entries.set(level.name, level);
    }
    const selectable = !hasUse(mailbox, '\\Noselect') && !hasUse(mailbox, '\\NonExistent');
    const messages =
      selectable && counted < mostCounted ? await countOf(session, mailbox) : undefined;
    if (messages !== undefined) counted += 1;
    const use = specialUse(mailbox);
    entries.set(mailbox.mailbox, {
      name: mailbox.mailbox,
      levels,
      selectable,
      ...(use === undefined ? {} : { use }),
      ...(messages === undefined ? {} : { messages }),
    });
  }
  // Longer ones cannot be shown, and so not left out; they are archived.
  return [...entries.values()].filter(({ name }) => name === clippedName(name));
}

function levelsOf({ mailbox, delimiter }: ListedMailbox): string[] {
  const levels = delimiter === null ? [mailbox] : mailbox.split(delimiter);
  return levels.filter(level => level !== '');
}

/** Servers may list a mailbox and none of those above it. */
function missingLevels(
  levels: readonly string[],
  delimiter: string | null,
  known: ReadonlyMap<string, unknown>,
): MailboxEntry[] {
  return levels.slice(1).flatMap((_, above) => {
    const path = levels.slice(0, above + 1);
    const name = path.join(delimiter ?? '');
    return known.has(name) ? [] : [{ name, levels: path, selectable: false }];
  });
}

async function countOf(session: Session, listed: ListedMailbox): Promise<number | undefined> {
  if (listed.status?.messages !== undefined) return listed.status.messages;
  try {
    return (await session.status(listed.mailbox, ['MESSAGES'])).messages;
  } catch {
    // A mailbox that cannot be counted may still be archived.
    return undefined;
  }
}

function specialUse(mailbox: ListedMailbox): Use | undefined {
  if (mailbox.mailbox === 'INBOX') return 'inbox';
  return uses.find(use => hasUse(mailbox, `\\${use}`));
}

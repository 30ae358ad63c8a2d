import type { MailboxEntry } from '../../../shared/contract.ts';
import { levelsOf } from '../../engine/mailbox-name.ts';
import type { Pop3Session } from '../../engine/pop3/session/pop3-session.ts';
import { tellSizes } from '../../engine/run/choose/count-messages.ts';
import { type AccountMailbox, listAccount } from '../../engine/run/choose/list-mailboxes.ts';
import { canBeOpened, hasUse } from '../../engine/run/choose/mailbox-pattern.ts';
import type { Session } from '../../engine/session/session.ts';
import { clippedName } from '../clip.ts';

type Use = NonNullable<MailboxEntry['use']>;

const uses: readonly Use[] = ['all', 'archive', 'drafts', 'flagged', 'junk', 'sent', 'trash'];

/**
 * The mailboxes of the account with their counts and sizes, every level of the tree before what is below it, in
 * the order of the server.
 */
export async function mailboxTree(session: Session): Promise<MailboxEntry[]> {
  const { mailboxes } = await listAccount(session, false);
  const entries = new Map<string, MailboxEntry>();
  const openable = mailboxes.filter(canBeOpened);
  const sizes = await tellSizes(session, openable);
  const sizeOf = new Map(openable.map((mailbox, index) => [mailbox, sizes[index]]));
  for (const mailbox of mailboxes) {
    const { name } = mailbox;
    const levels = levelsOf(name).filter(level => level !== '');
    for (const level of missingLevels(levels, name.delimiter, entries)) {
      entries.set(level.name, level);
    }
    const selectable = canBeOpened(mailbox);
    const { messages, bytes } = sizeOf.get(mailbox) ?? {};
    const use = specialUse(mailbox);
    if (mailbox.isAssumed && messages === undefined) continue;
    entries.set(name.key, {
      name: name.key,
      levels,
      selectable,
      ...(use === undefined ? {} : { use }),
      ...(messages === undefined ? {} : { messages }),
      ...(bytes === undefined ? {} : { bytes }),
    });
  }
  // Longer ones cannot be shown, and so not left out; they are archived.
  return [...entries.values()].filter(({ name }) => name === clippedName(name));
}

/** The one mailbox that POP3 has. */
export async function maildropTree(session: Pick<Pop3Session, 'stat'>): Promise<MailboxEntry[]> {
  const { messages, bytes } = await session.stat();
  return [{ name: 'INBOX', levels: ['INBOX'], use: 'inbox', selectable: true, messages, bytes }];
}

/** Servers may list a mailbox and none of those above it. */
export function missingLevels(
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

function specialUse(mailbox: AccountMailbox): Use | undefined {
  if (mailbox.name.key === 'INBOX') return 'inbox';
  return uses.find(use => hasUse(mailbox, `\\${use}`));
}

import type { MailboxEntry, Output } from '../../shared/contract.ts';
import { folderRows } from './folder-rows.ts';

/** The folders that are known without the server: those of the archive, and those that are left out. */
export function knownMailboxes(
  stored: Output<'library.mailboxes'>,
  leftOut: readonly string[],
): MailboxEntry[] {
  const messagesOf = new Map(stored.map(({ name, messages }) => [name, messages]));
  const others = leftOut.filter(name => !messagesOf.has(name));
  const rows = folderRows([...stored, ...others.map(name => ({ name, messages: 0, unread: 0 }))]);
  const above: string[] = [];
  return rows.map(({ name, label, depth }) => {
    above.splice(depth, above.length, label);
    const messages = messagesOf.get(name);
    return {
      name,
      levels: [...above],
      selectable: true,
      ...(messages !== undefined && { messages }),
    };
  });
}

import { join } from 'node:path';
import type { ArchiveReader } from '../../archive/archive-reader.ts';
import { readHead } from '../../archive/disk/read-head.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxReader } from '../../archive/mailbox-reader.ts';
import { knownFrom } from '../survey/known-messages.ts';
import type { StoredMailbox } from './compare-with-server.ts';

/** The mailboxes of an archive, as far as they are compared with the server's. */
export function* storedMailboxes(reader: ArchiveReader): Iterable<StoredMailbox> {
  for (const mailbox of reader.mailboxes()) yield storedMailbox(reader, mailbox);
}

/** One of them. */
export function storedMailbox(reader: ArchiveReader, mailbox: MailboxReader): StoredMailbox {
  const { name, uidValidity } = mailbox;
  return {
    mailbox: name,
    uidValidity,
    uids: uidsOf(mailbox),
    messages: messagesOf(mailbox),
    headOf: (uid: number) => headOf(reader.folder, mailbox, uid),
    maildropOf: (uid: number) => mailbox.maildropOf(kindOf(mailbox, uid) ?? 'full', uid),
  };
}

/** Each once, whole rather than as headers. */
function* messagesOf(mailbox: MailboxReader) {
  const seen = new Set<number>();
  for (const kind of mailbox.kinds) {
    for (const uid of mailbox.uids(kind)) {
      const message = mailbox.record(kind, uid);
      if (message === undefined || seen.has(uid)) continue;
      seen.add(uid);
      yield knownFrom({ kind, message });
    }
  }
}

/** Bytes that hold any ordinary header. */
const headBytes = 64 * 1024;

function headOf(folder: string, mailbox: MailboxReader, uid: number): Buffer {
  const kind = kindOf(mailbox, uid);
  const path = kind && mailbox.record(kind, uid)?.path;
  return path === undefined
    ? Buffer.alloc(0)
    : readHead(join(folder, path), Buffer.alloc(headBytes));
}

function kindOf(mailbox: MailboxReader, uid: number): MessageKind | undefined {
  return mailbox.kinds.find(each => mailbox.record(each, uid) !== undefined);
}

function uidsOf(mailbox: MailboxReader): number[] {
  const uids = new Set(mailbox.links.keys());
  for (const kind of mailbox.kinds) for (const uid of mailbox.uids(kind)) uids.add(uid);
  return [...uids].sort((a, b) => a - b);
}

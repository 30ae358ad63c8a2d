import type { MailboxIndex } from './journal/mailbox-index.ts';
import type { MaildropNote } from './journal/message-table.ts';
import { type StoredRecord, storedRecord } from './journal/stored-record.ts';
import type { MessageKind } from './layout/kind.ts';
import type { MailboxLayout } from './layout/layout.ts';

/** What can be asked of the stored messages of one mailbox, whether a run owns the folder or somebody looks at it. */
export abstract class StoredMessages {
  /** The key of the mailbox's name. */
  abstract readonly name: string;
  abstract readonly layout: MailboxLayout;

  /** What the journal says, brought up to what is on disk. */
  protected abstract known(): MailboxIndex;

  /** The kinds under which its messages are stored, each message and kind once. */
  get kinds(): readonly MessageKind[] {
    return this.layout.kinds;
  }

  /** The UIDs of all files that are there with the size they were stored with, ascending. */
  uids(kind: MessageKind): number[] {
    return this.known().of(this.layout.keptAs(kind)).presentUids();
  }

  /** The UIDs of all messages that the journal knows or that are there, ascending. */
  knownUids(kind: MessageKind): number[] {
    return this.known().of(this.layout.keptAs(kind)).knownUids();
  }

  /** How a POP3 server names a stored message and what size it announces, as far as that was noted. */
  maildropOf(kind: MessageKind, uid: number): MaildropNote {
    return this.known().of(this.layout.keptAs(kind)).maildropOf(uid);
  }

  /** What is known of a stored message, whether its file is there or not. */
  record(kind: MessageKind, uid: number): StoredRecord | undefined {
    return storedRecord(this.known(), this.layout, this.layout.keptAs(kind), uid);
  }
}

import { type MailboxName, mailboxName } from '../mailbox-name.ts';
import type { MailboxRecords } from './journal/mailbox-records.ts';
import type { Identity, MessageLink } from './journal/message-links.ts';

/** A mailbox that a link may lead to. */
export interface LinkedMailbox {
  readonly mailbox: MailboxName;
  readonly recordedUidValidity: number | undefined;
}

/** The messages of one mailbox whose bytes are kept under another, and what tells its messages in others. */
export class Links {
  readonly #records: MailboxRecords;

  constructor(records: MailboxRecords) {
    this.#records = records;
  }

  /** Where linked messages stand, by UID; whether they are still there is another question. */
  get all(): ReadonlyMap<number, MessageLink> {
    return this.#records.index.elsewhere.links;
  }

  /** What messages of this mailbox are recognised by in others, by UID; for as many as it was noted. */
  get identities(): ReadonlyMap<number, Identity> {
    return this.#records.index.elsewhere.identities;
  }

  /** The mailboxes that messages are linked to. */
  targets(): MailboxName[] {
    const delimiters = new Map<string, string | null>();
    for (const { target } of this.all.values()) delimiters.set(target.mailbox, target.delimiter);
    return Array.from(delimiters, ([mailbox, delimiter]) => mailboxName(mailbox, delimiter));
  }

  /**
   * Notes messages whose bytes are kept under another mailbox.
   * @param uids UID here → UID there
   */
  add(target: LinkedMailbox, uids: ReadonlyMap<number, number>): void {
    const { mailbox, recordedUidValidity: uidValidity } = target;
    if (uids.size === 0 || uidValidity === undefined) return;
    this.#records.note({
      type: 'links',
      target: { mailbox: mailbox.key, uidValidity, delimiter: mailbox.delimiter },
      uids: [...uids],
    });
  }

  noteIdentities(identities: ReadonlyMap<number, Identity>): void {
    if (identities.size === 0) return;
    this.#records.note({ type: 'identities', identities: [...identities] });
  }
}

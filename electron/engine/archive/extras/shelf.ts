import type { ArchiveReader } from '../archive-reader.ts';
import { Turns } from '../disk/turns.ts';
import { mailboxOfJournal } from '../journal/journal-tail.ts';
import type { StoredRecord } from '../journal/stored-record.ts';
import { type MessageKind, messageKinds } from '../layout/kind.ts';
import type { FilePlace } from '../layout/layout.ts';
import type { MailboxReader } from '../mailbox-reader.ts';

/** A message in a mailbox, whose file may be another mailbox's. */
export interface ShelvedMessage {
  /** The key of the mailbox. */
  readonly mailbox: string;
  readonly place: FilePlace;
  readonly record: StoredRecord;
  readonly labels: readonly string[];
}

/** Messages whose files are of one mailbox and kind, ascending. */
interface Group {
  readonly files: MailboxReader;
  readonly kind: MessageKind;
  readonly uids: readonly number[];
}

/**
 * All messages of an archive whose files are there, in one order: by mailbox, then by {@link compareFiles}. In memory is
 * the mailbox that is asked for, and those to which messages of others are linked.
 */
export class Shelf {
  readonly #archive: ArchiveReader;
  readonly #signal: AbortSignal;
  readonly #journals = new Map<string, string>();
  readonly #holders = new Map<string, MailboxReader | undefined>();
  readonly #turns = new Turns();

  constructor(archive: ArchiveReader, signal: AbortSignal) {
    this.#archive = archive;
    this.#signal = signal;
    for (const path of archive.journals()) {
      const name = mailboxOfJournal(path);
      if (name !== undefined && !this.#journals.has(name)) this.#journals.set(name, path);
    }
  }

  /** @param alsoLinked also messages in mailboxes that have no file of them */
  async *messages(alsoLinked: boolean): AsyncGenerator<ShelvedMessage, void, undefined> {
    for (const name of [...this.#journals.keys()].sort()) {
      const mailbox = await this.#open(name);
      if (mailbox === undefined) continue;
      const groups = [...ownGroups(mailbox), ...(alsoLinked ? await this.#linked(mailbox) : [])];
      for (const group of groups.sort(compareGroups)) yield* this.#inGroup(name, group);
    }
  }

  async *#inGroup(mailbox: string, { files, kind, uids }: Group) {
    const { container } = files.layout;
    for (const uid of uids) {
      const record = files.record(kind, uid);
      const labels = files.identities.get(uid)?.labels ?? [];
      if (record !== undefined) yield { mailbox, place: { container, kind, uid }, record, labels };
      if (!this.#turns.isDue()) continue;
      await this.#turns.next();
      this.#signal.throwIfAborted();
    }
  }

  async #linked(mailbox: MailboxReader): Promise<Group[]> {
    const byHolder = new Map<MailboxReader, number[]>();
    for (const { target, uid } of mailbox.links.values()) {
      const holder = await this.#holder(target.mailbox);
      if (holder === undefined || holder.uidValidity !== target.uidValidity) continue;
      const uids = byHolder.get(holder);
      if (uids === undefined) byHolder.set(holder, [uid]);
      else uids.push(uid);
    }
    return [...byHolder].flatMap(([files, uids]) => {
      const kindOf = (uid: number) => files.kinds.find(kind => files.has(kind, uid));
      const byKind = Map.groupBy(uids, kindOf);
      return [...byKind].flatMap(([kind, found]) =>
        kind === undefined ? [] : [{ files, kind, uids: found.sort((a, b) => a - b) }],
      );
    });
  }

  async #holder(name: string): Promise<MailboxReader | undefined> {
    if (!this.#holders.has(name)) this.#holders.set(name, await this.#open(name));
    return this.#holders.get(name);
  }

  async #open(name: string): Promise<MailboxReader | undefined> {
    const path = this.#journals.get(name);
    const mailbox = path === undefined ? undefined : this.#archive.mailboxOf(path);
    await mailbox?.look(this.#signal);
    return mailbox;
  }
}

/** Below 0 where the first comes before the other. */
export function compareFiles(one: FilePlace, other: FilePlace): number {
  if (one.container !== other.container) return one.container < other.container ? -1 : 1;
  return messageKinds.indexOf(one.kind) - messageKinds.indexOf(other.kind) || one.uid - other.uid;
}

function ownGroups(mailbox: MailboxReader): Group[] {
  return mailbox.kinds.map(kind => ({ files: mailbox, kind, uids: mailbox.uids(kind) }));
}

function compareGroups(one: Group, other: Group): number {
  const first = ({ files, kind }: Group) => ({ container: files.layout.container, kind, uid: 0 });
  return compareFiles(first(one), first(other));
}

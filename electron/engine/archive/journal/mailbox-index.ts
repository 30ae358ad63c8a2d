import { addFiles, type FileSum, noFiles } from '../layout/file-sum.ts';
import { type MessageKind, messageKinds } from '../layout/kind.ts';
import type { JournalRecord, Quarantined } from './journal-record.ts';
import { Elsewhere } from './message-links.ts';
import { StoredIndex, type StoredMessage } from './message-table.ts';

/** What the journal of one mailbox says, replayed record by record. */
export class MailboxIndex {
  readonly quarantined = new Map<number, Quarantined>();
  readonly elsewhere = new Elsewhere();
  /** The value that the journal's UIDs count under. */
  uidValidity: number | undefined;
  #kinds = emptyKinds();
  #stored = 0;

  of(kind: MessageKind): StoredIndex {
    return this.#kinds[kind];
  }

  get known(): number {
    return messageKinds.reduce((sum, kind) => sum + this.of(kind).known, 0);
  }

  apply(record: JournalRecord): void {
    switch (record.type) {
      case 'mailbox':
        return;
      case 'uid-validity':
        // What was known before any numbering was found beside the files that have it.
        if (record.value !== (this.uidValidity ?? record.value)) this.elsewhere.clear();
        this.uidValidity = record.value;
        if (record.restart) this.#restart();
        return;
      case 'stored':
        this.#stored += 1;
        this.of(record.kind).put(record.message);
        if (record.kind === 'full') this.quarantined.delete(record.message.uid);
        return;
      case 'removed':
        this.of(record.kind).remove(record.uid);
        return;
      case 'altered':
        this.of(record.kind).setAltered(record.uid);
        return;
      case 'links':
        this.elsewhere.link(record.target, record.uids);
        return;
      case 'identities':
        this.elsewhere.identify(record.identities);
        return;
      case 'flags':
        for (const kind of messageKinds) this.of(kind).setFlags(record.uid, record.flags);
        return;
      case 'gone':
      case 'back':
        for (const uid of record.uids) {
          for (const kind of messageKinds) this.of(kind).setGone(uid, record.type === 'gone');
        }
        return;
      case 'quarantined': {
        const { uid, reason, path, uidl } = record;
        this.quarantined.set(uid, { reason, path, ...(uidl !== undefined && { uidl }) });
      }
    }
  }

  /**
   * Which messages have left the server, and which are back, since that was last noted.
   * @param isOnServer for every UID that is known
   * @returns UIDs, and in `total` how many messages are not on the server now
   */
  compareWithServer(isOnServer: (uid: number) => boolean): {
    readonly gone: readonly number[];
    readonly back: readonly number[];
    readonly total: number;
  } {
    const gone: number[] = [];
    const back: number[] = [];
    let total = 0;
    for (const [at, kind] of messageKinds.entries()) {
      const others = messageKinds.slice(0, at).map(each => this.of(each));
      for (const uid of this.of(kind).knownUids()) {
        if (others.some(each => each.sizeOf(uid) !== undefined)) continue;
        const wasGone = messageKinds.some(each => this.of(each).isGone(uid));
        const isGone = !isOnServer(uid);
        if (isGone) total += 1;
        if (isGone && !wasGone) gone.push(uid);
        if (!isGone && wasGone) back.push(uid);
      }
    }
    return { gone, back, total };
  }

  /** Whether the journal tells of each message once, so that it can be read from anywhere. */
  get isPlain(): boolean {
    return this.#stored === this.known;
  }

  /** Of the files that are there, of every kind. */
  get files(): FileSum {
    return messageKinds.reduce((sum, kind) => addFiles(sum, this.of(kind).present), noFiles);
  }

  /** The fewest records that say the same. */
  *records(): Iterable<JournalRecord> {
    if (this.uidValidity !== undefined) {
      yield { type: 'uid-validity', value: this.uidValidity, restart: false };
    }
    const gone = new Set<number>();
    for (const kind of messageKinds) {
      for (const uid of this.of(kind).knownUids()) {
        const message = this.of(kind).get(uid);
        if (message !== undefined) yield { type: 'stored', kind, message };
        if (this.of(kind).isAltered(uid)) yield { type: 'altered', kind, uid };
        if (this.of(kind).isGone(uid)) gone.add(uid);
      }
    }
    if (gone.size > 0) yield { type: 'gone', uids: [...gone] };
    for (const [target, uids] of this.elsewhere.linksByTarget()) {
      yield { type: 'links', target, uids };
    }
    const identities = [...this.elsewhere.identities];
    if (identities.length > 0) yield { type: 'identities', identities };
    for (const [uid, quarantined] of this.quarantined) {
      yield { type: 'quarantined', uid, ...quarantined };
    }
  }

  /**
   * What to journal when more is found out about a stored message.
   * @returns nothing for a message that is not there
   */
  recordsOfMore(
    kind: MessageKind,
    uid: number,
    more: Pick<StoredMessage, 'sha256' | 'uidl' | 'announced'>,
  ): JournalRecord[] {
    const message = this.of(kind).get(uid);
    if (message === undefined) return [];
    const stored: JournalRecord = { type: 'stored', kind, message: { ...message, ...more } };
    return this.of(kind).isGone(uid) ? [stored, { type: 'gone', uids: [uid] }] : [stored];
  }

  #restart(): void {
    this.#kinds = emptyKinds();
    this.quarantined.clear();
    this.elsewhere.clear();
  }
}

function emptyKinds(): Record<MessageKind, StoredIndex> {
  return {
    full: new StoredIndex(),
    header: new StoredIndex(),
    new: new StoredIndex(),
    new_header: new StoredIndex(),
  };
}

import { join } from 'node:path';
import { atOnce, inTurns } from './disk/turns.ts';
import type { SavedIndex } from './index/saved-index.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import type { JournalRecord } from './journal/journal-record.ts';
import type { MailboxIndex } from './journal/mailbox-index.ts';
import type { MessageKind } from './layout/kind.ts';
import type { MailboxLayout } from './layout/layout.ts';
import { StoredMessages } from './stored-messages.ts';

/** One mailbox of an archive as it is on disk, in numbers. */
export interface StoredCounts {
  /** Message files that are there with the size they were stored with. */
  readonly files: number;
  readonly bytes: number;
  /** Files that the journal knows and that are not there. */
  readonly missing: number;
  /** Files of another size than they were stored with. */
  readonly damaged: number;
  /** Messages whose bytes are kept under another mailbox. */
  readonly elsewhere: number;
  /** Files whose messages are no longer on the server. */
  readonly gone: number;
  readonly quarantined: number;
}

export interface ReadableMailbox {
  readonly name: string;
  readonly uidValidity: number | undefined;
  /** The archive's folder, absolute. */
  readonly archive: string;
  readonly layout: MailboxLayout;
  /** What the journal says; is brought up to what is on disk. */
  readonly index: MailboxIndex;
  /** What `index.csv` says, for files that no journal knows. */
  savedIndex(): SavedIndex;
  /** Adds to the journal where that is possible now. @returns whether they are in it */
  remember(records: readonly JournalRecord[]): boolean;
}

/** One mailbox of an archive, looked at without changing anything and without owning the folder. */
export class MailboxReader extends StoredMessages {
  readonly name: string;
  readonly uidValidity: number | undefined;
  readonly layout: MailboxLayout;
  readonly #folder: string;
  readonly #index: MailboxIndex;
  readonly #remember: ReadableMailbox['remember'];
  readonly #savedIndex: ReadableMailbox['savedIndex'];
  #found: JournalRecord[] = [];
  #counts: StoredCounts | undefined;

  constructor({ name, uidValidity, archive, layout, index, ...rest }: ReadableMailbox) {
    super();
    this.name = name;
    this.uidValidity = uidValidity;
    this.layout = layout;
    this.#folder = join(archive, layout.folder);
    this.#index = index;
    this.#remember = records => rest.remember(records);
    this.#savedIndex = () => rest.savedIndex();
  }

  /** Looks at every file. */
  counts(): StoredCounts {
    this.#counts ??= this.#countsOf(
      atOnce(takeInventory(this.#folder, this.layout, this.#index, 0)),
    );
    return this.#counts;
  }

  /** The same, with turns for others, before anything is asked. */
  async look(signal: AbortSignal): Promise<void> {
    const looking = takeInventory(this.#folder, this.layout, this.#index, 0);
    this.#counts ??= this.#countsOf(await inTurns(looking, signal));
  }

  /** Whether the message's file is there with the size it was stored with. */
  has(kind: MessageKind, uid: number): boolean {
    return this.known().of(this.layout.keptAs(kind)).isPresent(uid);
  }

  /** What the journal tells of files, whether they are there or not. */
  get recorded(): { readonly files: number; readonly bytes: number } {
    let bytes = 0;
    for (const kind of this.kinds) {
      const stored = this.#index.of(kind);
      for (const uid of stored.knownUids()) bytes += stored.sizeOf(uid) ?? 0;
    }
    return { files: this.#index.known, bytes };
  }

  /** What is known of its files by their names, at the cost of reading the folder alone. */
  named(): MailboxIndex {
    this.#adopted(atOnce(takeInventory(this.#folder, this.layout, this.#index, 0, 'names')));
    return this.#index;
  }

  /** Messages that could not be stored, by UID. Paths are relative to the archive. */
  get quarantined() {
    return this.#index.quarantined;
  }

  /** Where messages stand whose bytes are kept under another mailbox, by UID. */
  get links() {
    return this.#index.elsewhere.links;
  }

  /** What messages are recognised by, and their labels, by UID; for as many as it was noted. */
  get identities() {
    return this.#index.elsewhere.identities;
  }

  /** Nothing tells of the message but the name of its file, once {@link counts} has looked at it. */
  isUnknown(kind: MessageKind, uid: number): boolean {
    return this.#index.of(this.layout.keptAs(kind)).isAdopted(uid);
  }

  /**
   * Gives a file that has no hash the one that was found now; {@link flush} writes it down.
   * @param sha256 in base64url
   */
  noteHash(kind: MessageKind, uid: number, sha256: string): void {
    this.#found.push(...this.#index.recordsOfMore(kind, uid, { sha256 }));
  }

  /** The message's file has other bytes than were stored; {@link flush} tells the next run. */
  noteAltered(kind: MessageKind, uid: number): void {
    this.#found.push({ type: 'altered', kind, uid });
  }

  /**
   * Writes what was found into the journal, unless a run owns the folder or the disk is read-only.
   * @returns whether it is written
   */
  flush(): boolean {
    const found = this.#found;
    this.#found = [];
    return this.#remember(found);
  }

  protected known(): MailboxIndex {
    this.counts();
    return this.#index;
  }

  #countsOf(found: Inventory): StoredCounts {
    this.#adopted(found);
    return countsOf(this.kinds, this.#index, found.damaged.length);
  }

  #adopted({ adopted }: Inventory): void {
    if (adopted === 0) return;
    const index = this.#index;
    const labels = this.#savedIndex().tell(this.layout, index, (kind, uid) =>
      index.of(kind).setAdopted(uid, false),
    );
    index.elsewhere.identify(labels);
  }
}

function countsOf(
  kinds: readonly MessageKind[],
  index: MailboxIndex,
  damaged: number,
): StoredCounts {
  let [files, bytes, missing, gone] = [0, 0, 0, 0];
  for (const kind of kinds) {
    const stored = index.of(kind);
    for (const uid of stored.knownUids()) {
      if (stored.isPresent(uid)) {
        files += 1;
        bytes += stored.sizeOf(uid) ?? 0;
        if (stored.isGone(uid)) gone += 1;
      } else missing += 1;
    }
  }
  return {
    files,
    bytes,
    missing: missing - damaged,
    damaged,
    elsewhere: index.elsewhere.links.size,
    gone,
    quarantined: index.quarantined.size,
  };
}

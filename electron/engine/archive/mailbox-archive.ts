import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { Warning } from '../../../shared/model/warning.ts';
import type { MailstowError } from '../errors.ts';
import type { MailboxName } from '../mailbox-name.ts';
import { Adoption } from './adoption.ts';
import { diskFailure } from './disk/disk-failure.ts';
import { readHead } from './disk/read-head.ts';
import { inTurns } from './disk/turns.ts';
import { Findings } from './findings.ts';
import type { SavedIndex } from './index/saved-index.ts';
import { takeInventory } from './inventory.ts';
import { Journal } from './journal/journal.ts';
import type { MailboxIndex } from './journal/mailbox-index.ts';
import { MailboxRecords } from './journal/mailbox-records.ts';
import type { StoredMessage } from './journal/message-table.ts';
import { storedName } from './journal/stored-record.ts';
import type { FileSum } from './layout/file-sum.ts';
import { type MessageKind, sameBytes } from './layout/kind.ts';
import type { MailboxLayout } from './layout/layout.ts';
import type { MailboxPlace } from './layout/mailbox-paths.ts';
import { Links } from './links.ts';
import { Quarantine } from './quarantine.ts';
import { UidValidityChange } from './renumber/uidvalidity-change.ts';
import type { UidValidityFile } from './renumber/uidvalidity-file.ts';
import { StoredMessages } from './stored-messages.ts';
import { readServerState, type ServerState, writeServerState } from './unchanged/server-state.ts';
import type { MessageWriter, NewMessage } from './writer/message-writer.ts';
import { readInto } from './writer/read-into.ts';
import { removeSuperseded } from './writer/superseded.ts';
import { ThreadedWriter } from './writer/threaded-writer.ts';
import type { WriterThreadLink } from './writer/writer-thread-link.ts';

export interface MailboxContext {
  readonly mailbox: MailboxName;
  readonly place: MailboxPlace;
  readonly uidValidities: UidValidityFile;
  /** The writing thread, made at the first need. */
  link(): WriterThreadLink;
  /** Another mailbox of the archive; undefined where it is not open. */
  other(key: string): MailboxArchive | undefined;
  /** What `index.csv` says, for files that no journal knows. */
  savedIndex(): SavedIndex;
  onWarning(warning: Warning): void;
  /** Ends long work early. */
  readonly signal: AbortSignal | undefined;
}

/** One mailbox in the archive: which messages are there, and the verbs that add to them. */
export class MailboxArchive extends StoredMessages {
  readonly mailbox: MailboxName;
  /** The change of UIDVALIDITY that it is in the middle of, if any. */
  readonly change: UidValidityChange;
  readonly quarantine: Quarantine;
  readonly links: Links;
  readonly #context: MailboxContext;
  readonly #place: MailboxPlace;
  readonly #records: MailboxRecords;
  #findings = new Findings({ adopted: 0, damaged: [] });
  #writers = 0;

  /**
   * Replays the journal and looks at what is on disk.
   * @throws MailstowError `disk-full`, `output-folder`; the reason of the signal where that ends it early
   */
  static async open(context: MailboxContext): Promise<MailboxArchive> {
    const mailbox = new MailboxArchive(context);
    await mailbox.#load();
    return mailbox;
  }

  private constructor(context: MailboxContext) {
    super();
    this.mailbox = context.mailbox;
    this.#context = context;
    this.#place = context.place;
    const { mailbox, place, uidValidities, signal } = context;
    const journal = new Journal(place.journal, mailbox.key);
    const records = new MailboxRecords(journal, place.archive);
    this.#records = records;
    this.change = new UidValidityChange({
      mailbox,
      place,
      journal,
      records,
      uidValidities,
      signal,
    });
    this.quarantine = new Quarantine(place, records);
    this.links = new Links(records);
  }

  /** The key of its name. */
  get name(): string {
    return this.mailbox.key;
  }

  /** What `.uidvalidity` says; where it has no line for this mailbox, what the journal says. */
  get uidValidity(): number | undefined {
    return this.listedUidValidity ?? this.#index.uidValidity;
  }

  /** What `.uidvalidity` says, which anybody may edit. */
  get listedUidValidity(): number | undefined {
    return this.#context.uidValidities.get(this.name);
  }

  /** The value that the stored UIDs were recorded under, whatever became of `.uidvalidity` since. */
  get recordedUidValidity(): number | undefined {
    return this.#index.uidValidity;
  }

  /** What the server said when it was last looked at; undefined where that is not known any more. */
  readServerState(): ServerState | undefined {
    return readServerState(this.#place.serverState);
  }

  /** Remembers what the server said; what it says of stored messages must have been noted before. */
  keepServerState(state: ServerState): void {
    this.flush();
    const { archive, serverState } = this.#place;
    try {
      writeServerState(serverState, state);
    } catch (error) {
      throw diskFailure(error, 'keeping-server-state', archive);
    }
  }

  /** @throws MailstowError `uidvalidity-file-missing`, `uidvalidity-file-malformed`, `disk-full`, `output-folder` */
  setUidValidity(value: number): void {
    const { listedUidValidity: listed = value, recordedUidValidity: recorded } = this;
    // Somebody doubted the numbers, which links to other mailboxes go by as well.
    const restart = recorded === value && listed !== value;
    if (recorded !== value || restart) {
      this.#records.note({ type: 'uid-validity', value, restart });
      this.flush();
    }
    this.#context.uidValidities.set(this.name, value);
  }

  /**
   * The same where the numbers are our own and always mean what they meant, whatever somebody wrote into `.uidvalidity`.
   * @throws as {@link setUidValidity}
   */
  setOwnUidValidity(value: number): void {
    if (this.recordedUidValidity !== value) {
      this.#records.note({ type: 'uid-validity', value, restart: false });
      this.flush();
    }
    this.#context.uidValidities.set(this.name, value);
  }

  /** Whether the message's file is there with the size it was stored with. */
  has(kind: MessageKind, uid: number): boolean {
    return this.#index.of(this.#kind(kind)).isPresent(uid);
  }

  /** Whether the message is linked to another mailbox, which must be open, and its file is there, with the size it was stored with. */
  isElsewhere(kind: MessageKind, uid: number): boolean {
    const link = this.links.all.get(uid);
    const current = this.change.pending?.to ?? this.uidValidity;
    if (link === undefined || current !== this.recordedUidValidity) return false;
    const { mailbox, uidValidity } = link.target;
    const target = this.#context.other(mailbox);
    return target?.recordedUidValidity === uidValidity && target.has(kind, link.uid);
  }

  /** Bytes of a stored message; undefined where it is not known here. */
  sizeOf(kind: MessageKind, uid: number): number | undefined {
    return this.#index.of(this.#kind(kind)).sizeOf(uid);
  }

  /** Whether the message was stored and its file is not there any more. */
  isLost(kind: MessageKind, uid: number): boolean {
    const stored = this.#kind(kind);
    const isKnown = this.#index.of(stored).sizeOf(uid) !== undefined;
    return isKnown && !this.has(kind, uid) && this.#findings.damagedName(stored, uid) === undefined;
  }

  /** Files that the journal does not know. */
  get adoption(): Adoption {
    return new Adoption(this.#place.layout, this.#records, this.#findings);
  }

  /** Messages are likely to come: what it takes to store them is made ready beside other work. */
  expectMessages(): void {
    this.#context.link().start();
  }

  /**
   * @param onStored called for each message once it is durable
   * @param onTooLarge called for each message that is larger than any file the disk can hold
   * @param onFailure called once, as soon as it is known that what is stored cannot be kept
   */
  writer(
    kind: MessageKind,
    onStored: (message: StoredMessage) => void,
    onFailure: (failure: MailstowError) => void = () => undefined,
    onTooLarge: (uid: number) => void = () => undefined,
  ): MessageWriter {
    const stored = this.#kind(kind);
    const { archive, folder, journal, incoming, superseded, label, layout } = this.#place;
    return new ThreadedWriter({
      link: this.#context.link(),
      target: {
        archive,
        mailbox: this.name,
        kind: stored,
        folder,
        journal,
        superseded: join(superseded, 'replaced'),
        keepsNames: !layout.derived,
        prefix: join(incoming, `${label}-${++this.#writers}-`),
      },
      place: message => this.#placeOf(stored, message),
      stored: messages => {
        for (const message of messages) {
          this.#hold(stored, message);
          onStored(message);
        }
      },
      failed: onFailure,
      tooLarge: onTooLarge,
    });
  }

  /**
   * Stores messages under another kind from the bytes that the folder has already. Kinds that do
   * not hold the same bytes of a message copy nothing, nor does a file that was altered.
   * @returns the UIDs that were copied
   */
  async copyKind(from: MessageKind, to: MessageKind, uids: readonly number[]): Promise<number[]> {
    const source = this.#kind(from);
    const target = this.#kind(to);
    if (source === target || !sameBytes(source, target)) return [];
    const copied: number[] = [];
    const writer = this.writer(target, ({ uid }) => copied.push(uid));
    try {
      for (const uid of uids) {
        if (!this.has(source, uid) || this.has(target, uid)) continue;
        await this.#copy(source, uid, writer);
      }
    } finally {
      await writer.close();
    }
    return copied;
  }

  /**
   * Notes which stored messages the server still has; the files of the others stay.
   * @param isOnServer for every UID that is stored
   * @returns how many stored messages are no longer on the server
   */
  noteServerHas(isOnServer: (uid: number) => boolean): number {
    const { gone, back, total } = this.#index.compareWithServer(isOnServer);
    if (gone.length > 0) this.#records.note({ type: 'gone', uids: gone });
    if (back.length > 0) this.#records.note({ type: 'back', uids: back });
    return total;
  }

  updateFlags(uid: number, flags: readonly string[]): void {
    const joined = flags.join(' ');
    const changed = this.kinds.some(
      kind => (this.#index.of(kind).get(uid)?.flags ?? joined) !== joined,
    );
    if (changed) this.#records.note({ type: 'flags', uid, flags: joined });
  }

  /** Carries out the change of UIDVALIDITY that was planned. */
  async renumber(): Promise<void> {
    await this.change.carryOut();
    await this.#load();
  }

  /** Reads the first bytes of a stored message into the buffer. @returns those that there are */
  readHead(kind: MessageKind, uid: number, into: Buffer): Buffer {
    return readHead(this.#pathOf(this.#kind(kind), uid), into);
  }

  /**
   * Gives a file that was adopted without a hash the one that was found now.
   * @param sha256 in base64url
   */
  noteHash(kind: MessageKind, uid: number, sha256: string): void {
    this.#noteMore(kind, uid, { sha256 });
  }

  /** How a POP3 server names a stored message by now, and what size it announces. */
  noteMaildrop(
    kind: MessageKind,
    uid: number,
    { uidl, size }: { readonly uidl: string | undefined; readonly size: number },
  ): void {
    const stored = this.#kind(kind);
    const isSameSize = this.#index.of(stored).sizeOf(uid) === size;
    this.#noteMore(stored, uid, {
      ...(uidl !== undefined && { uidl }),
      ...(!isSameSize && { announced: size }),
    });
  }

  #noteMore(kind: MessageKind, uid: number, more: Parameters<MailboxIndex['recordsOfMore']>[2]) {
    const present = this.#index.of(kind).isPresent(uid);
    for (const record of this.#index.recordsOfMore(kind, uid, more)) this.#records.note(record);
    this.#index.of(kind).setPresent(uid, present);
  }

  /** The message's file has other bytes than were stored: it counts as damaged from now on. */
  noteAltered(kind: MessageKind, uid: number): void {
    const message = this.#index.of(kind).get(uid);
    if (message === undefined) return;
    this.#records.note({ type: 'altered', kind, uid });
    this.#index.of(kind).setPresent(uid, false);
    this.#findings.altered(kind, uid, storedName(this.#place.layout, kind, message));
  }

  get layout(): MailboxLayout {
    return this.#place.layout;
  }

  /** What is known of its files, for {@link verifyMailbox}. */
  named(): MailboxIndex {
    return this.#index;
  }

  /**
   * What another run may pass over as long as it stays: every message that is known is on disk, and
   * the journal names each once. Undefined where that is not so.
   */
  get wholeFiles(): FileSum | undefined {
    const { files, known, isPlain } = this.#index;
    return isPlain && files.count === known && this.change.pending === undefined
      ? files
      : undefined;
  }

  /** Deletes for good what changes and damages left under superseded/ for this mailbox. */
  async purgeSuperseded(): Promise<void> {
    await removeSuperseded(this.#place.superseded, this.name);
  }

  /** Writes waiting journal lines (flags, gone, adopted) and syncs them. @returns that they are written */
  flush(): true {
    this.#records.flush();
    return true;
  }

  protected known(): MailboxIndex {
    return this.#index;
  }

  get #index(): MailboxIndex {
    return this.#records.index;
  }

  async #load(): Promise<void> {
    const { signal } = this.#context;
    const damaged = await this.#records.load(signal);
    if (damaged > 0) {
      const args = { count: damaged, mailbox: this.name };
      this.#context.onWarning(warningOf('journal-unreadable', { args }));
    }
    const { folder, layout } = this.#place;
    const findings = new Findings(
      await inTurns(takeInventory(folder, layout, this.#index), signal),
    );
    if (findings.damaged > 0) {
      const args = {
        count: findings.damaged,
        mailbox: this.name,
        folder: this.#place.superseded,
      };
      this.#context.onWarning(warningOf('files-changed', { args }));
    }
    if (findings.adopted > 0) {
      const labels = this.#context.savedIndex().tell(layout, this.#index);
      this.links.noteIdentities(new Map(labels));
    }
    if (!layout.derived) this.#dropReplacedHeaders();
    this.flush();
    this.#findings = findings;
  }

  #hold(kind: MessageKind, message: StoredMessage): void {
    this.#index.apply({ type: 'stored', kind, message });
    this.#index.of(kind).setPresent(message.uid, true);
    this.#findings.mended(kind, message.uid);
    if (kind === 'full') this.#dropHeaders(message.uid);
  }

  /** A crash may have come between the full message and the removal of its headers. */
  #dropReplacedHeaders(): void {
    for (const uid of this.#index.of('full').presentUids()) this.#dropHeaders(uid);
  }

  /** In the folders layout the full message takes the place of its headers. */
  #dropHeaders(uid: number): void {
    if (this.#place.layout.derived || !this.#index.of('header').isPresent(uid)) return;
    rmSync(this.#pathOf('header', uid), { force: true });
    this.#records.note({ type: 'removed', kind: 'header', uid });
  }

  #kind(kind: MessageKind): MessageKind {
    return this.#place.layout.keptAs(kind);
  }

  #placeOf(kind: MessageKind, message: NewMessage): { name: string; replaces?: string } {
    const replaces = this.#findings.damagedName(kind, message.uid);
    const name = this.#place.layout.nameOf(kind, message.uid, message);
    return replaces === undefined ? { name } : { name, replaces };
  }

  #pathOf(kind: MessageKind, uid: number): string {
    const message = this.#index.of(kind).get(uid) ?? { uid };
    return join(this.#place.folder, storedName(this.#place.layout, kind, message));
  }

  async #copy(kind: MessageKind, uid: number, writer: MessageWriter): Promise<void> {
    const message = this.#index.of(kind).get(uid);
    if (message === undefined) return;
    const bytes = await readInto(writer, this.#pathOf(kind, uid), message);
    if (bytes === undefined) return;
    const { internalDate, flags } = message;
    const meta = { uid, flags: flags === '' ? [] : flags.split(' ') };
    writer.store(internalDate === undefined ? meta : { ...meta, internalDate }, bytes);
  }
}

import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { Warning } from '../../../shared/model/warning.ts';
import { MailstowError } from '../errors.ts';
import { type MailboxName, mailboxName } from '../mailbox-name.ts';
import { type Claim, identityFor, recordIdentity } from './account-identity.ts';
import { Deletions } from './deletions.ts';
import { makeFolder, makeFoldersIn, temporaryName } from './disk/atomic-file.ts';
import { diskFailure } from './disk/disk-failure.ts';
import { FolderLock } from './disk/folder-lock.ts';
import { checkFolder, namesIfThere, namesIn } from './disk/guarded-files.ts';
import { setShared } from './disk/new-modes.ts';
import { appendHistory } from './history-file.ts';
import { SavedIndex, warningOfRefused } from './index/saved-index.ts';
import { Journal } from './journal/journal.ts';
import { keepReportFiles, type ReportFiles } from './kept-reports.ts';
import { isOfLaterVersion, layoutOf, readPrivacy, recordFormat } from './layout/archive-format.ts';
import type { Layout, Unassigned } from './layout/layout.ts';
import {
  type MailboxPlace,
  ownFolders,
  placeMailbox,
  spareFolders,
} from './layout/mailbox-paths.ts';
import { NameRegistry } from './layout/name-registry.ts';
import { LostNames } from './layout/unassigned.ts';
import { MailboxArchive } from './mailbox-archive.ts';
import { MailboxList } from './mailbox-list.ts';
import { requireArchive } from './presence.ts';
import { isOpenToOthers, makePrivate } from './private-archive.ts';
import { readPlan } from './renumber/remap-plan.ts';
import { finishMoves } from './renumber/uidvalidity-change.ts';
import { UidValidityFile } from './renumber/uidvalidity-file.ts';
import { type SealedMailbox, Seals } from './unchanged/seals.ts';
import { readServerState, type ServerState } from './unchanged/server-state.ts';
import { WriterThreadLink } from './writer/writer-thread-link.ts';

export interface ArchiveOptions extends Claim {
  readonly folder: string;
  readonly layout: 'flat' | 'folders';
  /** The ending of message files, with its dot. */
  readonly extension: string;
  /** An earlier run stored mail in the folder: where nothing of it is there, none is begun. */
  readonly mustExist?: boolean;
  /** Others may use the folder too, so that its modes stay as they are; absent: as the last run had it. */
  readonly sharedFolder?: boolean;
  onWarning(warning: Warning): void;
  /** Ends long work early; what is left is done by the next opening. */
  readonly signal?: AbortSignal;
}

/** A mailbox's component inside our own folder; leaves room for endings, and for names of messages below it. */
const ownRoom = { bytes: 200, characters: 60 };

/** Whether an archive is kept from other users of the computer, and whether it was, as {@link readPrivacy} has it. */
interface Privacy {
  readonly before: boolean | undefined;
  readonly isPrivate: boolean;
}

/** One archive folder, owned by this process from {@link Archive.open} to {@link Archive.close}. */
export class Archive {
  readonly folder: string;
  readonly #options: ArchiveOptions;
  readonly #own: string;
  readonly #lock: FolderLock;
  readonly #isShared: boolean;
  readonly #uidValidities: UidValidityFile;
  readonly #names: NameRegistry;
  readonly #lostNames: LostNames;
  readonly #list: MailboxList;
  readonly #layout: Layout;
  /** Open ones by key. */
  readonly #mailboxes = new Map<string, MailboxArchive>();
  readonly #opening = new Map<string, Promise<MailboxArchive>>();
  readonly #places = new Map<string, MailboxPlace>();
  readonly #seals = new Seals();
  #savedIndex: SavedIndex | undefined;
  #link: WriterThreadLink | undefined;

  /**
   * Creates the folder with its parents, takes it for this process, and brings to an end what a
   * crash left half done.
   * @throws MailstowError `output-folder`, `disk-full`, `folder-in-use`, `other-account`,
   *   `uidvalidity-file-malformed`, `uidvalidity-file-missing`, `arguments` for an unusable extension
   */
  static async open(options: ArchiveOptions): Promise<Archive> {
    checkExtension(options.extension);
    const folder = resolve(options.folder);
    const own = join(folder, defaults.ownFolder);
    const { sharedFolder } = options;
    try {
      if (options.mustExist === true) requireArchive(folder);
      setShared(folder, sharedFolder === true);
      makeFolder(folder);
      makeFoldersIn(folder, [own]);
      const before = readPrivacy(own);
      const isPrivate = sharedFolder === undefined ? before !== false : !sharedFolder;
      setShared(folder, !isPrivate);
      const lock = await FolderLock.acquire(own, folder);
      try {
        const archive = new Archive(options, folder, own, lock, { before, isPrivate });
        await archive.#finishRemaps();
        return archive;
      } catch (error) {
        lock.release();
        setShared(folder, false);
        throw error;
      }
    } catch (error) {
      throw diskFailure(error, 'using-folder', folder);
    }
  }

  private constructor(
    options: ArchiveOptions,
    folder: string,
    own: string,
    lock: FolderLock,
    privacy: Privacy,
  ) {
    this.#options = options;
    this.folder = folder;
    this.#own = own;
    this.#lock = lock;
    this.#isShared = !privacy.isPrivate;
    if (isOfLaterVersion(folder)) throw laterVersion(folder);
    const accountFile = join(own, 'account.json');
    const identity = identityFor(accountFile, folder, options);
    makeFoldersIn(
      folder,
      ownFolders.map(name => join(own, name)),
    );
    for (const name of spareFolders) checkFolder(folder, join(own, name));
    removeLeftovers(own);
    this.#uidValidities = new UidValidityFile(folder, join(own, 'incoming'));
    this.#names = new NameRegistry(join(own, 'names.jsonl'));
    this.#lostNames = new LostNames(own, !this.#names.isWhole);
    if (this.#names.refused > 0) {
      const args = { path: join(own, 'names.jsonl'), count: this.#names.refused };
      options.onWarning(warningOf('names-refused', { args }));
    }
    this.#list = new MailboxList(join(own, 'mailboxes.jsonl'));
    if (identity !== undefined) {
      // First, so that after a crash nobody takes the numbers of one server for those of another.
      if (options.replaces?.keepsNumbers === false) this.#doubtNumbers();
      recordIdentity(accountFile, identity);
    }
    this.#keepPrivate(privacy);
    this.#layout = layoutOf(options, folder, this.#names);
  }

  /** What the archive remembers of the mailboxes it holds; tells like names apart. */
  get names(): MailboxList {
    return this.#list;
  }

  /** The folder for what is no mailbox, absolute; undefined where a mailbox has that name. */
  get extras(): string | undefined {
    const { extras } = this.#layout;
    return extras && join(this.folder, extras);
  }

  /** What is kept of messages that are deleted on a POP3 server. */
  get deletions(): Deletions {
    return new Deletions(this.folder, this.#own);
  }

  /** Message files on disk of a mailbox that the archive holds. */
  filesOf(key: string): number {
    const name = mailboxName(key, this.#list.delimiterOf(key) ?? null);
    return this.#onDisk(() => this.#layout.mailbox(name).sum().count);
  }

  /** Message files under shortened names that no mailbox has taken yet. */
  unassigned(): Unassigned[] {
    return this.#lostNames.unassigned(this.#layout);
  }

  /** Opens it, and those that its messages are linked to. */
  async mailbox(name: MailboxName): Promise<MailboxArchive> {
    try {
      const mailbox = await this.#mailbox(name);
      for (const linked of mailbox.links.targets()) await this.#mailbox(linked);
      return mailbox;
    } catch (error) {
      throw this.#asFailure(error);
    }
  }

  /**
   * Keeps the report of a run in the place of the one before.
   * @param isGood the run found everything archived; its report is also kept until the next good one
   */
  keepReport(files: ReportFiles, isGood: boolean): void {
    try {
      keepReportFiles(this.#own, files, isGood);
    } catch (error) {
      throw diskFailure(error, 'keeping-report', this.folder);
    }
  }

  /** Adds a run to the history, durably. @throws MailstowError `disk-full`, `output-folder` */
  addToHistory(entry: HistoryEntry): void {
    try {
      appendHistory(this.#own, entry);
    } catch (error) {
      throw diskFailure(error, 'keeping-history', this.folder);
    }
  }

  /**
   * A mailbox that an earlier run found whole and in which nothing changed since on this side.
   * @param asked what the run is to archive, and by which rules
   */
  sealed(
    name: MailboxName,
    asked: string,
  ): (SealedMailbox & { readonly serverState: ServerState }) | undefined {
    if (this.#mailboxes.has(name.key)) return undefined;
    return this.#onDisk(() => {
      const place = this.#place(name);
      const sealed = this.#seals.open(place, this.#uidValidities.get(name.key), asked);
      const serverState = sealed && readServerState(place.serverState);
      if (sealed === undefined || serverState === undefined) return undefined;
      const { report, sample, look } = sealed;
      return {
        report,
        sample: () => this.#onDisk(sample),
        look: () => this.#onDisk(look),
        serverState,
      };
    });
  }

  /** Seals an open mailbox that the run found whole, once the archive is closed. */
  seal(name: MailboxName, asked: string, report: MailboxReport): void {
    const files = this.#mailboxes.get(name.key)?.wholeFiles;
    if (files !== undefined) this.#seals.set(this.#place(name), asked, report, files);
  }

  /** Writes what is still waiting. */
  flush(): void {
    this.#onDisk(() => {
      for (const mailbox of this.#mailboxes.values()) mailbox.flush();
    });
  }

  /** Writes what is still waiting and gives the folder up. Writers must have been closed. */
  async close(): Promise<void> {
    try {
      this.flush();
      // Nothing is left to write; the thread's memory is free before folders are listed.
      await this.#link?.stop();
      await this.#seals.close(() => this.#layout.refresh());
    } catch (error) {
      throw diskFailure(error, 'using-folder', this.folder);
    } finally {
      await this.#link?.stop();
      this.#lock.release();
      setShared(this.folder, false);
    }
  }

  async #mailbox(name: MailboxName): Promise<MailboxArchive> {
    const open = this.#mailboxes.get(name.key);
    if (open !== undefined) return open;
    const opening = this.#opening.get(name.key) ?? this.#open(name);
    this.#opening.set(name.key, opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(name.key);
    }
  }

  async #open(name: MailboxName): Promise<MailboxArchive> {
    const place = this.#place(name);
    makeFoldersIn(this.folder, [place.folder]);
    this.#list.add(name);
    const mailbox = await MailboxArchive.open({
      mailbox: name,
      place,
      uidValidities: this.#uidValidities,
      link: () => this.#writerLink(),
      other: key => this.#mailboxes.get(key),
      savedIndex: () => this.#readIndex(),
      onWarning: warning => this.#options.onWarning(warning),
      signal: this.#options.signal,
    });
    this.#mailboxes.set(name.key, mailbox);
    return mailbox;
  }

  #place(name: MailboxName): MailboxPlace {
    const known = this.#places.get(name.key);
    if (known !== undefined) return known;
    const own = this.#names.component(defaults.ownFolder, name.key, ownRoom, () =>
      namesIn(join(this.#own, 'journal')).map(file => file.replace(/\.jsonl$/, '')),
    );
    const layout = this.#layout.mailbox(name);
    const place = placeMailbox(this.folder, this.#own, own, layout, `${this.#places.size}`);
    checkFolder(this.folder, place.folder);
    this.#places.set(name.key, place);
    return place;
  }

  #readIndex(): SavedIndex {
    if (this.#savedIndex !== undefined) return this.#savedIndex;
    const saved = SavedIndex.read(this.folder, this.#layout);
    const refused = warningOfRefused(saved.refused);
    if (refused !== undefined) this.#options.onWarning(refused);
    this.#savedIndex = saved;
    return saved;
  }

  #writerLink(): WriterThreadLink {
    this.#link ??= new WriterThreadLink(this.#own, this.#isShared);
    return this.#link;
  }

  #onDisk<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw this.#asFailure(error);
    }
  }

  #asFailure(error: unknown): MailstowError {
    return diskFailure(error, 'using-folder', this.folder);
  }

  /** What every mailbox holds is compared with the server before it counts again. */
  #doubtNumbers(): void {
    for (const spare of spareFolders) {
      rmSync(join(this.#own, spare), { recursive: true, force: true });
    }
    this.#uidValidities.doubt(this.#list.names());
  }

  /** Once for each archive: what is made later is private already. */
  #keepPrivate({ before, isPrivate }: Privacy): void {
    const { onWarning } = this.#options;
    if (isPrivate && before !== true) {
      const isOld = namesIn(join(this.#own, 'journal')).length > 0;
      if (isOld && makePrivate(this.folder, this.#options) > 0) {
        onWarning(warningOf('made-private', { args: { folder: this.folder } }));
      }
      if (isOpenToOthers(this.folder)) {
        onWarning(warningOf('names-visible', { args: { folder: this.folder } }));
      }
    }
    recordFormat(this.#own, this.#options, isPrivate);
  }

  async #finishRemaps(): Promise<void> {
    const names = new Set(namesIn(join(this.#own, 'remap')));
    for (const name of names) {
      const path = join(this.#own, 'remap', name);
      const plan = name.endsWith('.json') ? readPlan(path) : undefined;
      if (plan !== undefined) {
        const mailbox = mailboxName(plan.mailbox, plan.delimiter);
        const place = this.#place(mailbox);
        const journal = new Journal(place.journal, mailbox.key);
        await finishMoves(plan, place, journal, this.#options.signal);
        await this.#mailbox(mailbox);
      }
      // Moves without their plan: a crash came before it was there, or when it was gone already.
      else if (name.endsWith('.jsonl') && !names.has(name.replace(/l$/, ''))) rmSync(path);
    }
  }
}

/** What a crash left of files that were being written. */
function removeLeftovers(own: string): void {
  for (const folder of ['.', 'incoming', 'journal', 'remap', ...spareFolders]) {
    for (const name of namesIfThere(join(own, folder))) {
      if (folder !== 'incoming' && !temporaryName.test(name)) continue;
      rmSync(join(own, folder, name), { recursive: true, force: true });
    }
  }
}

function laterVersion(folder: string): MailstowError {
  return new MailstowError('archive-of-later-version', { args: { folder } });
}

function checkExtension(extension: string): void {
  if (/^(\.[A-Za-z0-9_-]{1,27})?$/.test(extension)) return;
  throw new MailstowError('bad-extension', { args: { extension } });
}

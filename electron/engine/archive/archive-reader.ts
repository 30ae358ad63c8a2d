import { join, resolve } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { MailstowError } from '../errors.ts';
import { mailboxName } from '../mailbox-name.ts';
import { identityIn, type RecordedIdentity } from './account-identity.ts';
import { type DiskWork, diskFailure, errorCode } from './disk/disk-failure.ts';
import { FolderLock, type Holder, presentHolder } from './disk/folder-lock.ts';
import { checkFolder, namesIn } from './disk/guarded-files.ts';
import { appendHistory, readHistoryLines } from './history-file.ts';
import { SavedIndex } from './index/saved-index.ts';
import { Journal } from './journal/journal.ts';
import type { JournalRecord } from './journal/journal-record.ts';
import { MailboxIndex } from './journal/mailbox-index.ts';
import { type ReportName, readReportJson } from './kept-reports.ts';
import {
  type ArchiveFormat,
  isOfLaterVersion,
  layoutOf,
  readFormat,
} from './layout/archive-format.ts';
import type { Layout, MailboxLayout, Unassigned } from './layout/layout.ts';
import { NameRegistry } from './layout/name-registry.ts';
import { unassignedIn } from './layout/unassigned.ts';
import { MailboxList } from './mailbox-list.ts';
import { MailboxReader } from './mailbox-reader.ts';
import { UidValidityFile } from './renumber/uidvalidity-file.ts';

/** Hierarchy separators to try where none is recorded, by how common they are. */
const usualDelimiters = ['/', '.', '\\'];

/**
 * An archive as it is on disk, for looking at: needs no account, changes nothing and does not own the
 * folder, so that a run may go on in the meantime and the disk may be read-only.
 */
export class ArchiveReader {
  /** Absolute. */
  readonly folder: string;
  readonly format: ArchiveFormat;
  readonly #own: string;
  readonly #layout: Layout;
  readonly #list: MailboxList;
  readonly #uidValidities: UidValidityFile;
  #savedIndex: SavedIndex | undefined;

  /** @throws MailstowError `output-folder` where there is no archive, `uidvalidity-file-malformed` */
  constructor(folder: string) {
    this.folder = resolve(folder);
    const format = readFormat(this.folder);
    if (format === undefined) throw noArchive(this.folder);
    this.format = format;
    this.#own = join(this.folder, defaults.ownFolder);
    const names = new NameRegistry(join(this.#own, 'names.jsonl'), true);
    this.#layout = layoutOf(format, this.folder, names);
    this.#list = new MailboxList(join(this.#own, 'mailboxes.jsonl'));
    this.#uidValidities = new UidValidityFile(this.folder);
  }

  /** A later version made it: it is only read, and perhaps not all of it is understood. */
  get isOfLaterVersion(): boolean {
    return isOfLaterVersion(this.folder);
  }

  /** Whose mail it is; undefined where that is not recorded any more. */
  get account(): RecordedIdentity | undefined {
    return identityIn(this.folder);
  }

  /** How its files are laid out. */
  get layout(): Layout {
    return this.#layout;
  }

  /** What the archive remembers of the mailboxes it holds. */
  get names(): MailboxList {
    return this.#list;
  }

  /** Message files under shortened names that are of none of its {@link mailboxes}; to be asked for after these. */
  unassigned(): Unassigned[] {
    return unassignedIn(this.#layout) ?? [];
  }

  /** Rows of `index.csv` that could not be used; to be asked for after its {@link mailboxes}, none where nobody needed it. */
  get refusedRows(): number {
    return this.#savedIndex?.refused ?? 0;
  }

  /** The process that works on the folder now. */
  get holder(): Holder | undefined {
    return presentHolder(this.#own);
  }

  /** @returns the report's JSON, unchecked; undefined where there is none */
  report(name: ReportName): string | undefined {
    return readReportJson(this.#own, name);
  }

  /** @returns the lines of the history, unchecked, oldest first; none where there is none */
  history(): string[] {
    return readHistoryLines(this.#own);
  }

  /** Adds a check to the history, unless a run owns the folder or the disk is read-only. @returns why it is not in there */
  addToHistory(entry: HistoryEntry): MailstowError | undefined {
    return this.#whileOwned(() => appendHistory(this.#own, entry), 'keeping-history') ?? undefined;
  }

  /** Every mailbox that a journal names, or one of {@link mailboxesBeside}, one after the other. */
  *mailboxes(): Iterable<MailboxReader> {
    const seen = new Set<string>();
    for (const path of this.journals()) {
      const mailbox = this.mailboxOf(path);
      if (mailbox === undefined || seen.has(mailbox.name)) continue;
      seen.add(mailbox.name);
      yield mailbox;
    }
    yield* this.mailboxesBeside(seen);
  }

  /** @param path of a journal @returns undefined where it does not say of which mailbox it is */
  mailboxOf(path: string): MailboxReader | undefined {
    const index = new MailboxIndex();
    let name: string | undefined;
    const { lines } = new Journal(path, '').peek(record => {
      if (record.type === 'mailbox') name = record.mailbox;
      index.apply(record);
    });
    if (name === undefined) return undefined;
    const journal = new Journal(path, name);
    return this.#reader(name, index, records => this.#append(journal, lines, records));
  }

  /**
   * The mailboxes that the list of mailboxes or `.uidvalidity` names, or `index.csv` where both were lost, and that are
   * none of these.
   */
  *mailboxesBeside(known: ReadonlySet<string>): Iterable<MailboxReader> {
    const named = new Set([...this.#list.names(), ...this.#uidValidities.mailboxes()]);
    const isLost = named.size === 0 && known.size === 0;
    for (const name of isLost ? this.#readIndex().names : named) {
      if (known.has(name)) continue;
      // Without a journal there is nothing to add to: the next run makes one.
      yield this.#reader(name, new MailboxIndex(), () => false);
    }
  }

  #reader(
    name: string,
    index: MailboxIndex,
    remember: (records: readonly JournalRecord[]) => boolean,
  ): MailboxReader {
    return new MailboxReader({
      name,
      uidValidity: this.#uidValidities.get(name) ?? index.uidValidity,
      archive: this.folder,
      layout: this.layoutOf(name),
      index,
      remember,
      savedIndex: () => this.#readIndex(),
    });
  }

  #readIndex(): SavedIndex {
    this.#savedIndex ??= SavedIndex.read(this.folder, this.#layout);
    return this.#savedIndex;
  }

  /** Nothing is added to a journal that others own, that is not as it was read, or on a read-only disk. */
  #append(journal: Journal, linesRead: number, records: readonly JournalRecord[]): boolean {
    if (records.length === 0) return true;
    const noted = this.#whileOwned(() => {
      if (journal.peek(() => undefined).lines !== linesRead) return false;
      journal.append(records);
      return true;
    });
    return noted === true;
  }

  /** What may be written although nobody owns the folder. @returns what kept it from being done, where something did */
  #whileOwned<Result>(
    write: () => Result,
    work: DiskWork = 'using-folder',
  ): Result | MailstowError {
    if (this.isOfLaterVersion) {
      return new MailstowError('archive-of-later-version', { args: { folder: this.folder } });
    }
    try {
      const lock = FolderLock.acquireNow(this.#own, this.folder);
      try {
        return write();
      } finally {
        lock.release();
      }
    } catch (error) {
      return diskFailure(error, work, this.folder);
    }
  }

  /**
   * Where the files of a mailbox are and what they are called.
   * @throws MailstowError `output-folder` where a link leads there
   */
  layoutOf(name: string): MailboxLayout {
    const layout = this.#layoutOf(name);
    checkFolder(this.folder, join(this.folder, layout.folder));
    return layout;
  }

  #layoutOf(name: string): MailboxLayout {
    const delimiter = this.#list.delimiterOf(name);
    const layoutWith = (each: string | null) => this.#layout.mailbox(mailboxName(name, each));
    if (delimiter !== undefined) return layoutWith(delimiter);
    const candidates = [null, ...usualDelimiters].map(layoutWith);
    return candidates.find(hasFiles) ?? layoutWith(null);
  }

  /** The journals of the mailboxes, absolute paths. */
  journals(): string[] {
    const folder = join(this.#own, 'journal');
    checkFolder(this.folder, folder);
    try {
      const names = namesIn(folder).filter(name => name.endsWith('.jsonl'));
      return names.sort().map(name => join(folder, name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

function hasFiles(layout: MailboxLayout): boolean {
  for (const _file of layout.files()) return true;
  return false;
}

export function noArchive(folder: string): MailstowError {
  return new MailstowError('no-archive', { args: { folder } });
}

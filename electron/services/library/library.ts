import type { ChosenMessages, Input, Message, Output, Stock } from '../../../shared/contract.ts';
import { openedFiles } from '../../../shared/model/library.ts';
import { Catalog } from '../../engine/catalog/catalog.ts';
import type { CatalogPlace } from '../../engine/catalog/catalog-calls.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { AttachedFile } from '../../engine/mail/attachments.ts';
import { MailReader } from '../../engine/mail/mail-reader.ts';
import { withMessage } from '../../engine/mail/message-file.ts';
import type { ArchiveFolders } from '../archives/archive-folders.ts';
import type { Events } from '../events.ts';
import { type Chosen, chosenOf } from '../exports/chosen.ts';
import type { Deliverable, Host } from '../host.ts';
import { Throttle } from '../throttle.ts';
import { AllAccounts } from './all-accounts.ts';
import { deliverable, shownAttachment } from './attached.ts';
import { CloseUp, type CloseUpOptions } from './close-up.ts';
import { Indexes, type IndexesOptions } from './indexes.ts';
import { LibraryPages } from './library-pages.ts';
import type { LibraryService } from './library-service.ts';
import { numbersOf } from './numbers.ts';
import type { OpenedFiles } from './opened-files.ts';
import { RowsInSight } from './rows-in-sight.ts';
import { Search } from './search.ts';

/** Milliseconds between two words to the windows that there is more to list. */
const betweenEvents = 500;
/** Milliseconds after which a question looks for what others, such as `imapcl`, stored in the meantime. */
const betweenLooks = 2_000;
/** The same for an account that is asked what it has of a conversation. */
const betweenLooksAside = 60_000;

interface Shelf {
  readonly folder: string;
  readonly catalog: Catalog;
  readonly tell: Throttle;
  lookedAt: number;
  /** What the last look for new messages failed with. */
  failure: unknown;
}

/** What is stored of the accounts: lists, messages, their files. */
export class Library implements LibraryService {
  readonly #reader = new MailReader();
  readonly pages = new LibraryPages(this.#reader);
  readonly calls: LibraryService['calls'];
  readonly #ownCalls = {
    'library.mailboxes': input => this.#mailboxes(input),
    'library.later': input => this.#later(input),
    'library.messages': input => this.#messages(input),
    'library.message': input => this.#message(input),
    'library.source': input => this.#source(input),
    'library.saveAttachment': input => this.#saveAttachment(input),
    'library.openAttachment': input => this.#openAttachment(input),
    'library.showFile': input => this.#showFile(input),
  } satisfies Partial<LibraryService['calls']>;
  readonly #folders: ArchiveFolders;
  readonly #host: Host;
  readonly #events: Events;
  readonly #opened: OpenedFiles;
  readonly #indexes: Indexes;
  readonly #search: Search;
  readonly #closeUp: CloseUp;
  readonly #all: AllAccounts;
  /** Folder of the person's data for lists that cannot be kept in their archives. */
  readonly #spare: string;
  readonly #shelves = new Map<string, Shelf>();

  constructor(
    folders: ArchiveFolders,
    host: Host,
    events: Events,
    opened: OpenedFiles,
    indexing: Omit<IndexesOptions, 'events'> & Pick<CloseUpOptions, 'drawer'>,
  ) {
    this.#folders = folders;
    this.#host = host;
    this.#events = events;
    this.#opened = opened;
    this.#spare = indexing.spare;
    this.#indexes = new Indexes({ ...indexing, events });
    this.#search = new Search({
      folders,
      indexes: this.#indexes,
      freshen: async accountId => void (await this.#shelf(accountId)),
      placesOf: (accountId, messageId) => this.#placesOf({ accountId, messageId }),
    });
    this.#closeUp = new CloseUp({
      ...{ host, pages: this.pages, reader: this.#reader, drawer: indexing.drawer },
      placeOf: which => this.#place(which),
    });
    const inSight = new RowsInSight({
      reader: this.#reader,
      accounts: () => folders.all().map(({ id }) => id),
      catalogOf: async accountId => (await this.#shelf(accountId, betweenLooksAside)).catalog,
    });
    const catalogOf = (accountId: string) => this.#catalogOf(accountId);
    this.#all = new AllAccounts({
      accounts: () => folders.all(),
      catalogOf,
      failureOf: accountId => this.#shelves.get(accountId)?.failure,
      onBack: accountId => this.#shelves.get(accountId)?.tell.request(),
    });
    const numbers = { folders, indexes: this.#indexes, catalogOf };
    this.calls = {
      ...this.#ownCalls,
      ...inSight.calls,
      ...this.#search.calls,
      ...this.#closeUp.calls,
      'library.numbers': input => numbersOf(input, numbers),
    };
  }

  choose(chosen: ChosenMessages): Promise<Chosen> {
    return chosenOf(
      {
        accounts: () => this.#folders.all().map(({ id }) => id),
        ids: async (id, mailbox) => (await this.#catalogOf(id)).ids(mailbox),
        placed: async (id, ids) =>
          id === openedFiles ? this.#opened.placed(ids) : (await this.#catalogOf(id)).placed(ids),
        found: which => this.#search.ids(which),
      },
      chosen,
    );
  }

  stored(accountId: string): void {
    // Listed while the run goes on, so that anyone who looks at its end finds everything.
    void this.#follow(accountId);
  }

  async stock(accountId: string): Promise<Stock> {
    const { catalog } = await this.#shelf(accountId);
    await catalog.catchUp();
    const { bytes, years } = await catalog.stock();
    return { bytes, years: [...years] };
  }

  async release(accountId: string): Promise<void> {
    const shelf = this.#shelves.get(accountId);
    this.#shelves.delete(accountId);
    if (shelf !== undefined) await putAway(shelf);
    await this.#indexes.release(accountId);
  }

  async close(): Promise<void> {
    const shelves = [...this.#shelves.values()];
    this.#shelves.clear();
    await Promise.all([...shelves.map(putAway), this.#indexes.close()]);
    await Promise.all([this.#reader.close(), this.#closeUp.close()]);
  }

  async #mailboxes({
    accountId,
  }: Input<'library.mailboxes'>): Promise<Output<'library.mailboxes'>> {
    const { catalog } = await this.#shelf(accountId);
    return [...(await catalog.mailboxes())];
  }

  async #later({ accountId }: Input<'library.later'>): Promise<Output<'library.later'>> {
    const { catalog } = await this.#shelf(accountId);
    const madeByLater = await catalog.later();
    return madeByLater === undefined ? {} : { madeByLater };
  }

  async #messages({
    accountId,
    ...query
  }: Input<'library.messages'>): Promise<Output<'library.messages'>> {
    if (accountId === undefined) return this.#all.messages(query);
    const shelf = await this.#shelf(accountId);
    const { total, rows, conversations } = await shelf.catalog.messages(query);
    // Show partial results; fail only when there is nothing to show.
    if (total === 0 && shelf.failure !== undefined) throw shelf.failure;
    return { total, rows: rows.map(row => ({ ...row, accountId })), conversations };
  }

  async #message({ remote, query, ...which }: Input<'library.message'>): Promise<Message> {
    const place = await this.#place(which);
    const { path, headersOnly } = place;
    const view = await this.#reader.view(path, { headersOnly, remote, query });
    const token = this.pages.keep(path, view, remote);
    const { from, to, cc, subject, headers, text, attachments, note } = view;
    const { blockedRemote, upgradedRemote, pageMarks, isProtected } = view;
    return {
      ...{ id: which.messageId, from, to, cc, subject, text, path },
      ...{ blockedRemote, upgradedRemote, pageMarks },
      ...(isProtected ? { isProtected } : {}),
      // A list is sorted by what it shows; a single file says itself of when it is.
      date: which.accountId === openedFiles ? (view.date ?? place.date) : place.date,
      headers: [...headers],
      attachments: attachments.map(shownAttachment),
      ...(token === undefined ? {} : { page: this.#host.mailAddress(token) }),
      ...(note === undefined ? {} : { note }),
    };
  }

  async #source(which: Input<'library.source'>): Promise<Output<'library.source'>> {
    const { path } = await this.#place(which);
    return this.#reader.source(path);
  }

  async #saveAttachment(
    which: Input<'library.saveAttachment'>,
  ): Promise<Output<'library.saveAttachment'>> {
    return this.#host.deliver(await this.#attachment(which));
  }

  async #openAttachment(which: Input<'library.openAttachment'>): Promise<void> {
    await this.#host.open(await this.#attachment(which));
  }

  async #showFile(which: Input<'library.showFile'>): Promise<void> {
    const { path } = await this.#place(which);
    // A host shows only what exists.
    await withMessage(path, () => this.#host.show(path));
  }

  async #attachment(which: Input<'library.saveAttachment'>): Promise<Deliverable> {
    const { path, headersOnly } = await this.#place(which);
    const { attachments } = await this.#reader.view(path, { headersOnly, remote: false });
    const attachment: AttachedFile | undefined = attachments[which.index];
    if (attachment === undefined) throw notThere('attachment');
    return deliverable(this.#reader, path, attachment);
  }

  async #placesOf(which: Input<'library.source'>): Promise<number[]> {
    const { path, headersOnly } = await this.#place(which);
    const { attachments } = await this.#reader.view(path, { headersOnly, remote: false });
    return attachments.map(({ place }) => place.start);
  }

  async #place({ accountId, messageId }: Input<'library.source'>): Promise<CatalogPlace> {
    const place =
      accountId === openedFiles
        ? this.#opened.place(messageId)
        : await (await this.#shelf(accountId)).catalog.place(messageId);
    if (place === undefined) throw notThere('message');
    return place;
  }

  async #catalogOf(accountId: string): Promise<Catalog> {
    return (await this.#shelf(accountId)).catalog;
  }

  /** The account's list; a question now and then also looks for what is new. */
  async #shelf(accountId: string, between = betweenLooks): Promise<Shelf> {
    const folder = this.#folders.folderOf(accountId);
    let shelf = this.#shelves.get(accountId);
    if (shelf !== undefined && shelf.folder !== folder) {
      this.#shelves.delete(accountId);
      await putAway(shelf);
      shelf = undefined;
    }
    if (shelf === undefined) {
      shelf = this.#newShelf(accountId, folder);
      this.#shelves.set(accountId, shelf);
    }
    if (performance.now() - shelf.lookedAt > between) void this.#look(accountId, shelf);
    return shelf;
  }

  #newShelf(accountId: string, folder: string): Shelf {
    const tell = new Throttle(betweenEvents, () => void this.#tell(accountId));
    const catalog = new Catalog(folder, () => tell.request(), this.#spare);
    return { folder, catalog, tell, lookedAt: Number.NEGATIVE_INFINITY, failure: undefined };
  }

  async #follow(accountId: string): Promise<void> {
    try {
      await this.#look(accountId, await this.#shelf(accountId));
    } catch {
      // The account was removed in the meantime.
    }
  }

  async #look(accountId: string, shelf: Shelf): Promise<void> {
    shelf.lookedAt = performance.now();
    try {
      await shelf.catalog.catchUp();
      shelf.failure = undefined;
      if (this.#shelves.get(accountId) === shelf) this.#indexes.follow(accountId, shelf.folder);
    } catch (error) {
      shelf.failure = error;
    }
  }

  async #tell(accountId: string): Promise<void> {
    const shelf = this.#shelves.get(accountId);
    if (shelf === undefined) return;
    try {
      const mailboxes = await shelf.catalog.mailboxes();
      const messages = mailboxes.reduce((sum, mailbox) => sum + mailbox.messages, 0);
      this.#events.emit('library.changed', { accountId, messages });
    } catch (error) {
      shelf.failure = error;
    }
  }
}

async function putAway({ catalog }: Shelf): Promise<void> {
  await catalog.close();
}

function notThere(what: 'message' | 'attachment'): MailstowError {
  return new MailstowError(`${what}-gone`);
}

import { existsSync } from 'node:fs';
import { ArchiveReader } from '../archive/archive-reader.ts';
import { readFormat } from '../archive/layout/archive-format.ts';
import { isDamage, primaryCode, removeFiles } from '../catalog/database.ts';
import { MailstowError } from '../errors.ts';
import type { ReadsAttachments } from './attachments/reading.ts';
import { type OpenIndex, openToWrite } from './index-database.ts';
import { catalogStamp, indexPlace, removeIndexes } from './index-files.ts';
import { Indexer } from './indexer.ts';

export interface IndexStoreOptions {
  /** The archive, absolute; need not be one yet. */
  readonly folder: string;
  readonly spare: string | undefined;
  readonly reader: ReadsAttachments | undefined;
  onChange(): void;
}

/** The index of one archive within the thread that writes it. */
export class IndexStore {
  readonly #options: IndexStoreOptions;
  #open: OpenIndex | undefined;
  #stamp = '';
  #indexer: Indexer | undefined;
  #running: Promise<undefined> | undefined;
  #isDue = false;
  #isBusy = false;

  constructor(options: IndexStoreOptions) {
    this.#options = options;
  }

  /** A request during the work is answered after another look. */
  catchUp(busy: boolean): Promise<undefined> {
    this.#isBusy = busy;
    this.#isDue = true;
    this.#running ??= this.#catchUpWhileDue().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async remove(): Promise<undefined> {
    this.#isDue = false;
    this.#indexer?.stop();
    await this.#running?.catch(() => undefined);
    this.#close();
    const place = indexPlace(this.#options.folder, this.#options.spare);
    if (place !== undefined) removeIndexes(place);
  }

  async #catchUpWhileDue(): Promise<undefined> {
    while (this.#isDue) {
      this.#isDue = false;
      try {
        await this.#catchUpOnce();
      } catch (error) {
        const path = this.#open?.path;
        this.#close();
        if (!isDamage(error) || path === undefined) throw indexFailure(error, this.#options.folder);
        // It is a cache: another one is made.
        removeFiles(path);
        await this.#catchUpOnce();
      }
    }
  }

  async #catchUpOnce(): Promise<void> {
    const { folder, spare, reader, onChange } = this.#options;
    const place = indexPlace(folder, spare);
    if (place === undefined || readFormat(folder) === undefined) return;
    const stamp = catalogStamp(place);
    if (this.#open !== undefined && (this.#stamp !== stamp || !existsSync(this.#open.path))) {
      this.#close();
    }
    this.#open ??= openToWrite(place);
    this.#stamp = stamp;
    if (this.#open === undefined) return;
    const { database, path } = this.#open;
    const indexer = new Indexer(database, new ArchiveReader(folder), {
      reader,
      isBusy: () => this.#isBusy,
      onChange,
      onWhole: () => removeIndexes(place, path),
    });
    this.#indexer = indexer;
    await indexer.run();
    this.#indexer = undefined;
  }

  #close(): void {
    this.#indexer = undefined;
    if (this.#open?.database.isOpen) this.#open.database.close();
    this.#open = undefined;
  }
}

/** What a person can do about an index that cannot be written. */
function indexFailure(error: unknown, folder: string): unknown {
  const code = primaryCode(error);
  if (code === undefined) return error;
  const name = code === 13 ? 'disk-full-indexing' : 'index-not-made';
  return new MailstowError(name, { args: { folder }, cause: error });
}

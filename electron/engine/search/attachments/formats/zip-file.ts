import { isUtf8 } from 'node:buffer';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { Unreadable } from './unreadable.ts';

/** Entries that are looked at: no document has more, and no list of names is longer. */
const mostEntries = 20_000;
/** Bytes that are unpacked of one file, whatever its entries say of themselves. */
const mostUnpacked = 100_000_000;

/** A ZIP file in memory; its entries are unpacked piece by piece and never whole. */
export class Zip {
  readonly #file: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** There are more entries than are looked at. */
  readonly isCut: boolean;
  #left = mostUnpacked;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, isCut: boolean) {
    this.#file = file;
    this.#entries = entries;
    this.isCut = isCut;
  }

  /** @throws Unreadable `damaged` where it is none, or its list of entries is */
  static async open(bytes: Buffer): Promise<Zip> {
    const entries = new Map<string, Entry>();
    let file: ZipFile;
    try {
      // Names are decoded here: the library refuses some that are only not safe as paths.
      file = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    } catch {
      throw new Unreadable('damaged');
    }
    let isCut = false;
    try {
      for await (const entry of file.eachEntry()) {
        isCut = entries.size >= mostEntries;
        if (isCut) break;
        entries.set(nameOf(entry), entry);
      }
    } catch {
      if (entries.size === 0) throw new Unreadable('damaged');
      isCut = true;
    }
    return new Zip(file, entries, isCut);
  }

  /** In their order; folders end in a slash. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * Unpacks an entry; as long as `take` says that it wants more.
   * @returns whether it was unpacked to its end, or as far as it was wanted
   * @throws Unreadable `encrypted`, `damaged` or, where it unpacks to more than may be, `too-large`
   */
  async unpack(name: string, take: (bytes: Buffer) => boolean): Promise<void> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    if (entry.isEncrypted()) throw new Unreadable('encrypted');
    try {
      for await (const piece of await this.#file.openReadStreamPromise(entry)) {
        this.#left -= (piece as Buffer).length;
        if (this.#left < 0) throw new Unreadable('too-large');
        if (!take(piece as Buffer)) return;
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('damaged');
    }
  }
}

/** Many programs write UTF-8 without saying so. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const isUnsaidUtf8 = (generalPurposeBitFlag & 0x800) === 0 && isUtf8(fileNameRaw);
  const flag = isUnsaidUtf8 ? generalPurposeBitFlag | 0x800 : generalPurposeBitFlag;
  return getFileNameLowLevel(flag, fileNameRaw, extraFields, false);
}

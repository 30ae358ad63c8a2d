import { createHash, type Hash, hash } from 'node:crypto';
import { closeSync, fdatasync, futimesSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { errorCode } from '../disk/disk-failure.ts';
import { createNew } from '../disk/guarded-files.ts';
import type { FileSystemSync } from './file-system-sync.ts';
import type { SyncedFile } from './synced-file.ts';

const syncData = promisify(fdatasync);

/** Bytes of a large message that go to the disk while the next ones arrive, so that little is left at its end. */
const syncedAhead = 16 * 1024 * 1024;

interface OpenFile {
  readonly file: number;
  readonly hash: Hash;
  size: number;
  /** Bytes for which no sync has begun. */
  unsynced: number;
  /** Settled when no sync of it is under way; never rejects. */
  syncing: Promise<void> | undefined;
}

/** @param prefix of the temporary files of one writer: absolute, unlike that of any other of the archive */
export function temporaryPath(prefix: string, id: number): string {
  return `${prefix}${id}.part`;
}

/** Writes messages into temporary files as they come, and makes them durable in groups. */
export class GroupWriter {
  readonly #prefix: string;
  readonly #sync: FileSystemSync;
  /** Large messages, which come in pieces. */
  readonly #open = new Map<number, OpenFile>();
  #group: SyncedFile[] = [];
  #bytes = 0;
  /** Messages that have grown beyond what a file may hold, while their pieces come. */
  readonly #oversized = new Set<number>();
  /** Those of which all has come, until they are asked for. */
  #tooLarge: number[] = [];
  /** Files that are whole, until their last sync ahead is over. */
  #closing: Promise<void>[] = [];
  /** Of a sync ahead or of closing: the system tells of it once, so it is kept until the group is synced. */
  #failure: { readonly reason: unknown } | undefined;

  /** @param prefix see {@link temporaryPath} */
  constructor(prefix: string, sync: FileSystemSync) {
    this.#prefix = prefix;
    this.#sync = sync;
  }

  /** Messages written and not synced. */
  get waiting(): number {
    return this.#group.length;
  }

  /** Bytes written and not synced. */
  get waitingBytes(): number {
    return this.#bytes;
  }

  /** @param time of the file, seconds since 1970 UTC */
  add(id: number, time: number | undefined, bytes: Uint8Array): void {
    const path = temporaryPath(this.#prefix, id);
    const file = createNew(path);
    try {
      writeAll(file, bytes);
      setTime(file, time);
    } catch (error) {
      rmSync(path, { force: true });
      if (errorCode(error) !== 'EFBIG') throw error;
      this.#tooLarge.push(id);
      return;
    } finally {
      closeSync(file);
    }
    this.#push({ id, size: bytes.length, sha256: hash('sha256', bytes, 'base64url') });
  }

  append(id: number, bytes: Uint8Array): void {
    if (this.#oversized.has(id)) return;
    const open = this.#open.get(id) ?? this.#begin(id);
    try {
      writeAll(open.file, bytes);
    } catch (error) {
      if (errorCode(error) !== 'EFBIG') throw error;
      this.abort(id);
      this.#oversized.add(id);
      return;
    }
    open.hash.update(bytes);
    open.size += bytes.length;
    open.unsynced += bytes.length;
    if (open.unsynced >= syncedAhead && open.syncing === undefined) this.#syncAhead(open);
  }

  /** The message that came in pieces is whole. */
  end(id: number, time: number | undefined): void {
    if (this.#oversized.delete(id)) {
      this.#tooLarge.push(id);
      return;
    }
    const open = this.#open.get(id) ?? this.#begin(id);
    const { file, hash, size } = open;
    setTime(file, time);
    this.#closing.push(this.#close(open));
    this.#open.delete(id);
    this.#push({ id, size, sha256: hash.digest('base64url') });
  }

  abort(id: number): void {
    this.#oversized.delete(id);
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    void this.#close(open);
    rmSync(temporaryPath(this.#prefix, id), { force: true });
  }

  /** @returns messages that are whole and that no file can hold, since the last time */
  takeTooLarge(): readonly number[] {
    if (this.#tooLarge.length === 0) return this.#tooLarge;
    const ids = this.#tooLarge;
    this.#tooLarge = [];
    return ids;
  }

  abortAll(): void {
    for (const id of this.#open.keys()) this.abort(id);
  }

  /** @returns what was written since the last time, durable now */
  async sync(): Promise<SyncedFile[]> {
    const group = this.#group;
    this.#group = [];
    this.#bytes = 0;
    if (group.length === 0) return [];
    const paths = group.map(({ id }) => temporaryPath(this.#prefix, id));
    try {
      await Promise.all(this.#closing.splice(0));
      if (this.#failure !== undefined) throw this.#failure.reason;
      await this.#sync.sync(paths);
    } catch (error) {
      for (const path of paths) rmSync(path, { force: true });
      throw error;
    }
    return group;
  }

  #begin(id: number): OpenFile {
    const file = createNew(temporaryPath(this.#prefix, id));
    const hash = createHash('sha256');
    const open: OpenFile = { file, hash, size: 0, unsynced: 0, syncing: undefined };
    this.#open.set(id, open);
    return open;
  }

  #syncAhead(open: OpenFile): void {
    open.unsynced = 0;
    open.syncing = this.#tried(() => syncData(open.file)).then(() => {
      open.syncing = undefined;
    });
  }

  /** Not before its sync is over: its number may be another file's by then. */
  #close({ file, syncing }: OpenFile): Promise<void> {
    return this.#tried(async () => {
      await syncing;
      closeSync(file);
    });
  }

  async #tried(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (reason) {
      this.#failure ??= { reason };
    }
  }

  #push(file: SyncedFile): void {
    this.#group.push(file);
    this.#bytes += file.size;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function setTime(file: number, time: number | undefined): void {
  if (time !== undefined) futimesSync(file, time, time);
}

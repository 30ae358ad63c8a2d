import { createHash, type Hash, hash } from 'node:crypto';
import { closeSync, futimesSync, openSync, rmSync, writeSync } from 'node:fs';
import type { FileSystemSync } from './file-system-sync.ts';

/** A temporary file that is whole and durable. */
export interface SyncedFile {
  readonly id: number;
  /** Octets. */
  readonly size: number;
  /** In base64url. */
  readonly sha256: string;
}

interface OpenFile {
  readonly file: number;
  readonly hash: Hash;
  size: number;
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
  #octets = 0;

  /** @param prefix see {@link temporaryPath} */
  constructor(prefix: string, sync: FileSystemSync) {
    this.#prefix = prefix;
    this.#sync = sync;
  }

  /** Messages written and not synced. */
  get waiting(): number {
    return this.#group.length;
  }

  /** Octets written and not synced. */
  get waitingOctets(): number {
    return this.#octets;
  }

  /** @param time of the file, seconds since 1970 UTC */
  add(id: number, time: number | undefined, octets: Uint8Array): void {
    const path = temporaryPath(this.#prefix, id);
    const file = openSync(path, 'wx');
    try {
      writeAll(file, octets);
      setTime(file, time);
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    this.#push({ id, size: octets.length, sha256: hash('sha256', octets, 'base64url') });
  }

  append(id: number, octets: Uint8Array): void {
    const open = this.#open.get(id) ?? this.#begin(id);
    writeAll(open.file, octets);
    open.hash.update(octets);
    open.size += octets.length;
  }

  /** The message that came in pieces is whole. */
  end(id: number, time: number | undefined): void {
    const { file, hash, size } = this.#open.get(id) ?? this.#begin(id);
    setTime(file, time);
    closeSync(file);
    this.#open.delete(id);
    this.#push({ id, size, sha256: hash.digest('base64url') });
  }

  abort(id: number): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    closeSync(open.file);
    rmSync(temporaryPath(this.#prefix, id), { force: true });
  }

  abortAll(): void {
    for (const id of this.#open.keys()) this.abort(id);
  }

  /** @returns what was written since the last time, durable now */
  async sync(): Promise<SyncedFile[]> {
    const group = this.#group;
    this.#group = [];
    this.#octets = 0;
    if (group.length === 0) return [];
    const paths = group.map(({ id }) => temporaryPath(this.#prefix, id));
    try {
      await this.#sync.sync(paths);
    } catch (error) {
      for (const path of paths) rmSync(path, { force: true });
      throw error;
    }
    return group;
  }

  #begin(id: number): OpenFile {
    const file = openSync(temporaryPath(this.#prefix, id), 'wx');
    const open = { file, hash: createHash('sha256'), size: 0 };
    this.#open.set(id, open);
    return open;
  }

  #push(file: SyncedFile): void {
    this.#group.push(file);
    this.#octets += file.size;
  }
}

function writeAll(file: number, octets: Uint8Array): void {
  for (let done = 0; done < octets.length; ) done += writeSync(file, octets, done);
}

function setTime(file: number, time: number | undefined): void {
  if (time !== undefined) futimesSync(file, time, time);
}

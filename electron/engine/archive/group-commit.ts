import { createHash, type Hash, hash } from 'node:crypto';
import {
  closeSync,
  futimesSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { syncFolder } from './atomic-file.ts';
import type { FileSystemSync } from './file-system-sync.ts';
import { appendRecords } from './journal.ts';
import type { MessageKind } from './kind.ts';
import type { StoredMessage } from './stored-index.ts';
import { setAside } from './superseded.ts';

/** Where the messages of one mailbox and kind go; absolute paths. */
export interface CommitTarget {
  readonly mailbox: string;
  readonly kind: MessageKind;
  readonly folder: string;
  readonly journal: string;
  readonly incoming: string;
  /** Where a file goes whose name a message needs that holds other octets. */
  readonly superseded: string;
  /** Whether the journal must keep file names. */
  readonly keepsNames: boolean;
  /** Unlike that of any other target of the archive; begins its temporary files' names. */
  readonly label: string;
}

/** What is known of a message beside its octets. */
export interface MessageMeta {
  readonly uid: number;
  readonly internalDate?: number;
  readonly flags: string;
  /** The final file name. */
  readonly name: string;
  /** A damaged file of the same message under another name. */
  readonly replaces?: string;
}

interface Written {
  readonly temporary: string;
  readonly meta: MessageMeta;
  readonly size: number;
  readonly sha256: string;
}

interface OpenStream {
  readonly temporary: string;
  readonly file: number;
  readonly hash: Hash;
  size: number;
}

/**
 * Stores messages in groups: temporary files are written as messages come; a commit syncs them,
 * renames them, syncs the folder and journals them. Whatever a commit resolves with is durable.
 */
export class GroupCommit {
  readonly #target: CommitTarget;
  readonly #sync: FileSystemSync;
  readonly #streams = new Map<number, OpenStream>();
  #group: Written[] = [];
  #octets = 0;
  #files = 0;

  constructor(target: CommitTarget, sync: FileSystemSync) {
    this.#target = target;
    this.#sync = sync;
  }

  /** Messages written and not committed. */
  get waiting(): number {
    return this.#group.length;
  }

  /** Octets written and not committed. */
  get waitingOctets(): number {
    return this.#octets;
  }

  add(meta: MessageMeta, octets: Uint8Array): void {
    const temporary = this.#temporary();
    const file = openSync(temporary, 'wx');
    try {
      writeAll(file, octets);
      setTime(file, meta);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    this.#push({
      temporary,
      meta,
      size: octets.length,
      sha256: hash('sha256', octets, 'base64url'),
    });
  }

  append(id: number, octets: Uint8Array): void {
    const stream = this.#streams.get(id) ?? this.#begin(id);
    writeAll(stream.file, octets);
    stream.hash.update(octets);
    stream.size += octets.length;
  }

  addStreamed(meta: MessageMeta, id: number): void {
    const stream = this.#streams.get(id) ?? this.#begin(id);
    setTime(stream.file, meta);
    closeSync(stream.file);
    this.#streams.delete(id);
    const { temporary, size } = stream;
    this.#push({ temporary, meta, size, sha256: stream.hash.digest('base64url') });
  }

  abort(id: number): void {
    const stream = this.#streams.get(id);
    if (stream === undefined) return;
    this.#streams.delete(id);
    closeSync(stream.file);
    rmSync(stream.temporary, { force: true });
  }

  abortAll(): void {
    for (const id of this.#streams.keys()) this.abort(id);
  }

  async commit(): Promise<StoredMessage[]> {
    const group = this.#group;
    this.#group = [];
    this.#octets = 0;
    if (group.length === 0) return [];
    try {
      return await this.#commitGroup(group);
    } catch (error) {
      for (const { temporary } of group) rmSync(temporary, { force: true });
      throw error;
    }
  }

  async #commitGroup(group: readonly Written[]): Promise<StoredMessage[]> {
    await this.#sync.sync(group.map(written => written.temporary));
    for (const written of group) this.#giveName(written);
    syncFolder(this.#target.folder);
    const messages = group.map(written => this.#stored(written));
    const { journal, mailbox, kind } = this.#target;
    appendRecords(
      journal,
      mailbox,
      messages.map(message => ({ type: 'stored', kind, message })),
    );
    return messages;
  }

  #giveName({ temporary, meta, size, sha256 }: Written): void {
    const path = this.#target.folder + sep + meta.name;
    if (meta.replaces !== undefined && meta.replaces !== meta.name) {
      this.#setAside(join(this.#target.folder, meta.replaces));
    }
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !holds(path, there, size, sha256)) this.#setAside(path);
    renameSync(temporary, path);
  }

  #setAside(path: string): void {
    setAside(path, this.#target.superseded);
  }

  #stored({ meta, size, sha256 }: Written): StoredMessage {
    const { uid, internalDate, flags, name } = meta;
    return {
      uid,
      size,
      sha256,
      flags,
      ...(internalDate !== undefined && { internalDate }),
      ...(this.#target.keepsNames && { name }),
    };
  }

  #begin(id: number): OpenStream {
    const temporary = this.#temporary();
    const file = openSync(temporary, 'wx');
    const stream = { temporary, file, hash: createHash('sha256'), size: 0 };
    this.#streams.set(id, stream);
    return stream;
  }

  #push(written: Written): void {
    this.#group.push(written);
    this.#octets += written.size;
  }

  #temporary(): string {
    return `${this.#target.incoming}${sep}${this.#target.label}-${++this.#files}.part`;
  }
}

function writeAll(file: number, octets: Uint8Array): void {
  for (let done = 0; done < octets.length; ) done += writeSync(file, octets, done);
}

function setTime(file: number, { internalDate }: MessageMeta): void {
  if (internalDate !== undefined) futimesSync(file, internalDate / 1000, internalDate / 1000);
}

function holds(path: string, stat: Stats, size: number, sha256: string): boolean {
  if (!stat.isFile() || stat.size !== size) return false;
  return hash('sha256', readFileSync(path), 'base64url') === sha256;
}

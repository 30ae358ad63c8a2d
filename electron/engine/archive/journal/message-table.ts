import { addFile, type FileSum, noFiles } from '../layout/file-sum.ts';
import { TextColumn } from './text-column.ts';
import { UidRows } from './uid-rows.ts';

/** One stored message as the journal knows it. */
export interface StoredMessage {
  readonly uid: number;
  /** Bytes. */
  readonly size: number;
  /** In base64url; absent for an adopted file that was not read yet. */
  readonly sha256?: string;
  /** Milliseconds since 1970 UTC. */
  readonly internalDate?: number;
  /** Separated by blanks, as the server sent them. */
  readonly flags: string;
  /** The file's name where the layout cannot derive it. */
  readonly name?: string;
  /** How a POP3 server names it (UIDL). */
  readonly uidl?: string;
  /** Bytes as a POP3 server announces it (LIST), where they are not {@link size}. */
  readonly announced?: number;
}

/** What is known of a stored message as a POP3 server has it. */
export interface MaildropNote {
  readonly uidl: string | undefined;
  /** Bytes as announced; as they are stored where nothing else was noted. */
  readonly size: number | undefined;
  readonly isNoted: boolean;
}

const present = 1;
const hashed = 2;
const gone = 4;
const adopted = 8;
const altered = 16;

/** Few, because an account may have thousands of mailboxes with a message or two. */
const leastRows = 8;

/** The messages of one kind in one mailbox, in columns: about 60 bytes a message, its name, and no object. */
export class StoredIndex {
  readonly #rows = new UidRows();
  readonly #names = new TextColumn();
  readonly #uidls = new TextColumn();
  /** The few that differ. */
  readonly #announced = new Map<number, number>();
  readonly #flagSets = new FlagSets();
  #sizes = new Float64Array(0);
  #dates = new Float64Array(0);
  #hashes = Buffer.alloc(0);
  #flags = new Uint32Array(0);
  #states = new Uint8Array(0);

  /** Every message in the journal, whether its file is there or not. */
  get known(): number {
    return this.#rows.size;
  }

  put(message: StoredMessage): void {
    const row = this.#row(message.uid);
    this.#sizes[row] = message.size;
    this.#dates[row] = message.internalDate ?? Number.NaN;
    this.#flags[row] = this.#flagSets.idOf(message.flags);
    this.#states[row] = message.sha256 === undefined ? 0 : hashed;
    if (message.sha256 !== undefined) this.#hashes.write(message.sha256, row * 32, 'base64url');
    if (message.name === undefined) this.#names.delete(row);
    else this.#names.set(row, message.name);
    if (message.uidl === undefined) this.#uidls.delete(row);
    else this.#uidls.set(row, message.uidl);
    if (message.announced === undefined) this.#announced.delete(message.uid);
    else this.#announced.set(message.uid, message.announced);
  }

  get(uid: number): StoredMessage | undefined {
    const row = this.#rows.get(uid);
    if (row === undefined) return undefined;
    const date = this.#dates[row] ?? Number.NaN;
    const name = this.#names.get(row);
    const uidl = this.#uidls.get(row);
    const announced = this.#announced.get(uid);
    return {
      uid,
      size: this.#sizes[row] ?? 0,
      flags: this.#flagSets.flagsOf(this.#flags[row] ?? 0),
      ...(this.#is(row, hashed) && {
        sha256: this.#hashes.toString('base64url', row * 32, row * 32 + 32),
      }),
      ...(!Number.isNaN(date) && { internalDate: date }),
      ...(name !== undefined && { name }),
      ...(uidl !== undefined && { uidl }),
      ...(announced !== undefined && { announced }),
    };
  }

  remove(uid: number): void {
    this.#rows.remove(uid);
  }

  sizeOf(uid: number): number | undefined {
    const row = this.#rows.get(uid);
    return row === undefined ? undefined : this.#sizes[row];
  }

  maildropOf(uid: number): MaildropNote {
    const row = this.#rows.get(uid);
    const uidl = row === undefined ? undefined : this.#uidls.get(row);
    const announced = this.#announced.get(uid);
    const isNoted = uidl !== undefined || announced !== undefined;
    return { uidl, size: announced ?? this.sizeOf(uid), isNoted };
  }

  /** As it was noted; undefined where the layout derives it. */
  nameOf(uid: number): string | undefined {
    const row = this.#rows.get(uid);
    return row === undefined ? undefined : this.#names.get(row);
  }

  setName(uid: number, name: string): void {
    const row = this.#rows.get(uid);
    if (row !== undefined) this.#names.set(row, name);
  }

  setFlags(uid: number, flags: string): void {
    const row = this.#rows.get(uid);
    if (row !== undefined) this.#flags[row] = this.#flagSets.idOf(flags);
  }

  setPresent(uid: number, value: boolean): void {
    this.#set(uid, present, value);
  }

  isPresent(uid: number): boolean {
    const row = this.#rows.get(uid);
    return row !== undefined && this.#is(row, present);
  }

  /** No longer on the server; the file stays. */
  setGone(uid: number, value: boolean): void {
    this.#set(uid, gone, value);
  }

  isGone(uid: number): boolean {
    const row = this.#rows.get(uid);
    return row !== undefined && this.#is(row, gone);
  }

  /** Its file was found, and the journal does not know it yet; ends with the next {@link put}. */
  setAdopted(uid: number, value: boolean): void {
    this.#set(uid, adopted, value);
  }

  isAdopted(uid: number): boolean {
    const row = this.#rows.get(uid);
    return row !== undefined && this.#is(row, adopted);
  }

  /** Its file was found with other bytes than were stored; ends with the next {@link put}. */
  setAltered(uid: number): void {
    this.#set(uid, altered, true);
  }

  isAltered(uid: number): boolean {
    const row = this.#rows.get(uid);
    return row !== undefined && this.#is(row, altered);
  }

  /** The UIDs of adopted files, ascending. */
  adoptedUids(): number[] {
    return this.knownUids().filter(uid => this.isAdopted(uid));
  }

  /** Of the files that are there. */
  get present(): FileSum {
    let sum = noFiles;
    for (const uid of this.#rows.ascending()) if (this.isPresent(uid)) sum = addFile(sum, uid);
    return sum;
  }

  /** The UIDs whose file is there, ascending. */
  presentUids(): number[] {
    return this.knownUids().filter(uid => this.isPresent(uid));
  }

  knownUids(): number[] {
    return Array.from(this.#rows.ascending());
  }

  #row(uid: number): number {
    const known = this.#rows.get(uid);
    if (known !== undefined) return known;
    const row = this.#rows.add(uid);
    if (row >= this.#sizes.length) this.#grow(Math.max(leastRows, row * 2));
    return row;
  }

  #grow(rows: number): void {
    this.#sizes = enlarge(this.#sizes, new Float64Array(rows));
    this.#dates = enlarge(this.#dates, new Float64Array(rows));
    this.#hashes = enlarge(this.#hashes, Buffer.alloc(rows * 32));
    this.#flags = enlarge(this.#flags, new Uint32Array(rows));
    this.#states = enlarge(this.#states, new Uint8Array(rows));
  }

  #is(row: number, state: number): boolean {
    return ((this.#states[row] ?? 0) & state) !== 0;
  }

  #set(uid: number, state: number, value: boolean): void {
    const row = this.#rows.get(uid);
    if (row === undefined) return;
    const before = this.#states[row] ?? 0;
    this.#states[row] = value ? before | state : before & ~state;
  }
}

function enlarge<Column extends Float64Array | Uint32Array | Uint8Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column);
  return larger;
}

/** A mailbox has few different sets of flags; each is kept once. */
class FlagSets {
  readonly #ids = new Map<string, number>();
  readonly #flags: string[] = [];

  idOf(flags: string): number {
    const known = this.#ids.get(flags);
    if (known !== undefined) return known;
    this.#ids.set(flags, this.#flags.length);
    return this.#flags.push(flags) - 1;
  }

  flagsOf(id: number): string {
    return this.#flags[id] ?? '';
  }
}

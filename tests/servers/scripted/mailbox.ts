import type { Message } from './message.ts';
import { encodeModifiedUtf7 } from './modified-utf7.ts';
import { lowerBound } from './sequence-set.ts';

/** A mailbox as a test describes it. */
export interface MailboxOptions {
  /** The name in Unicode, hierarchy by the server's delimiter. */
  readonly name: string;
  /** The bytes of the name on the wire, where they are to differ from modified UTF-7. */
  readonly rawName?: Buffer;
  /** For instance `\Sent` or `\Noselect`. */
  readonly attributes?: readonly string[];
  readonly messages?: readonly (Message | Buffer | string)[];
  /** Instead of `messages`: messages 1 … count, made when they are asked for. */
  readonly lazy?: { readonly count: number; message(uid: number): Message };
  /** Default 1; undefined on purpose: the server never tells it. */
  readonly uidValidity?: number | undefined;
  readonly subscribed?: boolean;
}

const noFlags: readonly string[] = [];

/** A mailbox of the scripted server. Tests may change it while clients look at it. */
export class Mailbox {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly subscribed: boolean;
  readonly rawName: Buffer | undefined;
  /** Undefined: never told. */
  uidValidity: number | undefined;
  /** What UIDNEXT says where it is to lie; undefined: the truth; null: never told. */
  reportedUidNext: number | null | undefined;
  /** UIDs in ascending order; replaced, never altered, so that a client can keep its own view. */
  uids: readonly number[];
  highestModseq = 1n;
  /** How often a client changed something here: an archiver must leave it at 0. */
  changes = 0;
  /** Told of each change, with the UID of a message that got other flags. */
  readonly listeners = new Set<(uid?: number) => void>();
  readonly vanished: { readonly uid: number; readonly modseq: bigint }[] = [];
  #largestUid: number;
  readonly #stored = new Map<number, Message>();
  readonly #flags = new Map<number, readonly string[]>();
  readonly #modseqs = new Map<number, bigint>();
  readonly #make: ((uid: number) => Message) | undefined;

  constructor(options: MailboxOptions) {
    this.name = options.name;
    this.rawName = options.rawName;
    this.attributes = options.attributes ?? [];
    this.subscribed = options.subscribed ?? true;
    this.uidValidity = 'uidValidity' in options ? options.uidValidity : 1;
    this.#make = options.lazy?.message;
    this.uids = Array.from({ length: options.lazy?.count ?? 0 }, (_, index) => index + 1);
    this.#largestUid = this.uids.length;
    this.append(...(options.messages ?? []));
    this.highestModseq = 1n;
    this.#modseqs.clear();
  }

  get uidNext(): number {
    return this.#largestUid + 1;
  }

  get selectable(): boolean {
    return !this.attributes.some(each => /^\\(Noselect|NonExistent)$/i.test(each));
  }

  /** The name as it goes over the wire. */
  wireName(utf8: boolean): Buffer {
    return this.rawName ?? Buffer.from(utf8 ? this.name : encodeModifiedUtf7(this.name));
  }

  has(uid: number): boolean {
    return this.uids[lowerBound(this.uids, uid)] === uid;
  }

  message(uid: number): Message {
    const message = this.#stored.get(uid) ?? this.#make?.(uid);
    if (message === undefined) throw new Error(`No message ${uid} in ${this.name}`);
    return message;
  }

  flags(uid: number): readonly string[] {
    return this.#flags.get(uid) ?? this.message(uid).flags ?? noFlags;
  }

  modseq(uid: number): bigint {
    return this.#modseqs.get(uid) ?? 1n;
  }

  /** Adds messages at the end; returns their UIDs. */
  append(...messages: readonly (Message | Buffer | string)[]): number[] {
    const added: number[] = [];
    for (const each of messages) {
      const message = typeof each === 'string' || Buffer.isBuffer(each) ? { bytes: each } : each;
      this.#largestUid = Math.max(this.#largestUid + 1, message.uid ?? 0);
      this.#stored.set(this.#largestUid, message);
      this.#modseqs.set(this.#largestUid, ++this.highestModseq);
      added.push(this.#largestUid);
    }
    if (added.length > 0) this.uids = this.uids.concat(added);
    this.#tell();
    return added;
  }

  /** Replaces the flags of a message, as another program would. */
  setFlags(uid: number, flags: readonly string[]): void {
    this.#flags.set(uid, flags);
    this.#modseqs.set(uid, ++this.highestModseq);
    this.#tell(uid);
  }

  /** Of Gmail's; counts as a change, as its flags do. */
  setLabels(uid: number, gmailLabels: readonly string[]): void {
    this.#stored.set(uid, { ...this.message(uid), gmailLabels });
    this.setFlags(uid, this.flags(uid));
  }

  /** Removes messages, as another program would. */
  expunge(...uids: readonly number[]): void {
    this.highestModseq += 1n;
    const removed = new Set(uids.filter(uid => this.has(uid)));
    this.uids = this.uids.filter(uid => !removed.has(uid));
    for (const uid of removed) {
      this.vanished.push({ uid, modseq: this.highestModseq });
      this.#stored.delete(uid);
    }
    this.#tell();
  }

  /** Other messages from UID 1 on under the same UIDVALIDITY: a server brought back from a copy. */
  restore(...messages: readonly (Message | Buffer | string)[]): void {
    for (const map of [this.#stored, this.#flags, this.#modseqs]) map.clear();
    this.vanished.length = 0;
    this.uids = [];
    this.#largestUid = 0;
    this.append(...messages);
    this.highestModseq = 1n;
    this.#modseqs.clear();
  }

  /** The same messages under a new UIDVALIDITY, numbered by `renumber` (default: from 1 without gaps). */
  rebuild(
    uidValidity: number,
    renumber = (_old: number, index: number): number => index + 1,
  ): void {
    const messages = this.uids.map((old, index) => ({
      ...this.message(old),
      flags: this.flags(old),
      uid: renumber(old, index),
    }));
    messages.sort((one, other) => one.uid - other.uid);
    for (const map of [this.#stored, this.#flags, this.#modseqs]) map.clear();
    this.vanished.length = 0;
    this.uids = [];
    this.#largestUid = 0;
    this.uidValidity = uidValidity;
    this.append(...messages);
  }

  #tell(uid?: number): void {
    for (const listener of [...this.listeners]) listener(uid);
  }
}

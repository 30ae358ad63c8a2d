import type { MailboxName } from '../../mailbox-name.ts';
import type { FileSum } from './file-sum.ts';
import type { MessageKind } from './kind.ts';

/** What a file name may tell about a message beside its UID. */
export interface NameHints {
  /** Milliseconds since 1970 UTC. */
  readonly internalDate?: number;
  /** When the message was written, as its author’s clock had it: milliseconds since 1970 as though that showed UTC. */
  readonly ownTime?: number;
  /** As people read it: encoded words decoded. */
  readonly subject?: string;
}

/** A file whose name says that it is a message. */
export interface FoundFile {
  readonly kind: MessageKind;
  readonly uid: number;
  readonly name: string;
}

/** What the path of a message file says without any journal. */
export interface FilePlace {
  /** What stands for the mailbox in it: equal for all files of one, and for none of another. */
  readonly container: string;
  readonly kind: MessageKind;
  readonly uid: number;
}

/** Where one mailbox's files are and what they are called. */
export interface MailboxLayout {
  /** The folder of the files, relative to the archive; '' is the archive's own folder. */
  readonly folder: string;
  /** {@link FilePlace.container} of its files. */
  readonly container: string;
  /** Whether {@link nameOf} needs nothing but kind and UID, so that names need not be kept. */
  readonly derived: boolean;
  /** The kinds of which this layout has files: who looks at all messages of a mailbox goes by them. */
  readonly kinds: readonly MessageKind[];
  /** The kind, one of {@link kinds}, under which the layout keeps what is asked for as another. */
  keptAs(kind: MessageKind): MessageKind;
  nameOf(kind: MessageKind, uid: number, hints: NameHints): string;
  /** The name of the same message under another UID. */
  renamed(name: string, kind: MessageKind, uid: number): string;
  /** Every file of this mailbox that is on disk now. */
  files(): Iterable<FoundFile>;
  /** Of the same files, without keeping any of them in memory. */
  sum(): FileSum;
}

/** Message files that are there under a shortened name of which no mailbox is known yet. */
export interface Unassigned {
  /** What stands for the mailbox: its folder relative to the archive, or its part of the file names. */
  readonly component: string;
  readonly files: number;
}

export interface Layout {
  mailbox(name: MailboxName): MailboxLayout;
  /**
   * The folder for what is no mailbox, relative to the archive; undefined where a mailbox has had that name since
   * before it was kept free.
   */
  readonly extras: string | undefined;
  /** @param path relative to the archive, with `/` between folders @returns undefined for no message file */
  placeOf(path: string): FilePlace | undefined;
  /** What is left alone until a server lists the mailbox whose name, shortened, it is. */
  unassigned(): Unassigned[];
  /** What was read of a folder for several mailboxes at once is read again at the next need. */
  refresh(): void;
}

/** A UID as digits without leading zeros (RFC 9051 `nz-number`), or undefined. */
export function parseUid(digits: string): number | undefined {
  if (!/^[1-9][0-9]{0,9}$/.test(digits)) return undefined;
  const uid = Number(digits);
  return uid <= 0xffff_ffff ? uid : undefined;
}

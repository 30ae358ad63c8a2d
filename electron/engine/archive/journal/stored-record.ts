import { posix } from 'node:path';
import type { MessageKind } from '../layout/kind.ts';
import type { MailboxLayout } from '../layout/layout.ts';
import type { MailboxIndex } from './mailbox-index.ts';
import type { StoredMessage } from './message-table.ts';

/** What the archive knows about one stored message. */
export interface StoredRecord {
  readonly uid: number;
  readonly uidValidity: number | undefined;
  readonly kind: MessageKind;
  /** Bytes. */
  readonly size: number;
  /** In hex; absent for an adopted file that was not hashed yet. */
  readonly sha256?: string;
  /** Milliseconds since 1970 UTC. */
  readonly internalDate?: number;
  readonly flags: readonly string[];
  /** Relative to the archive, with `/` between folders. */
  readonly path: string;
  /** No longer on the server. */
  readonly gone: boolean;
}

/** @returns undefined where neither the journal nor the folder knows the message */
export function storedRecord(
  index: MailboxIndex,
  layout: MailboxLayout,
  kind: MessageKind,
  uid: number,
): StoredRecord | undefined {
  const message = index.of(kind).get(uid);
  if (message === undefined) return undefined;
  const { size, sha256, internalDate, flags } = message;
  return {
    uid,
    uidValidity: index.uidValidity,
    kind,
    size,
    ...(sha256 !== undefined && { sha256: Buffer.from(sha256, 'base64url').toString('hex') }),
    ...(internalDate !== undefined && { internalDate }),
    flags: flags === '' ? [] : flags.split(' '),
    path: posix.join(layout.folder, storedName(layout, kind, message)),
    gone: index.of(kind).isGone(uid),
  };
}

/** What the file of a stored message is called: as was noted, else as the layout derives it. */
export function storedName(
  layout: MailboxLayout,
  kind: MessageKind,
  { uid, name }: Pick<StoredMessage, 'uid' | 'name'>,
): string {
  return name ?? layout.nameOf(kind, uid, {});
}

import { Turns } from '../../archive/disk/turns.ts';
import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { Session } from '../../session/session.ts';
import { hasMessageId, headerKey, identifyingHeader } from './header-key.ts';

/** A message as far as it can be recognised after its UID changed. */
export interface Recognisable {
  readonly uid: number;
  /** {@link headerKey} of its header. */
  readonly key: string;
  /** Milliseconds since 1970 UTC, where known. */
  readonly internalDate?: number;
  /** Bytes, where known; the server's figure is a hint only. */
  readonly size?: number;
  /** Its header has a Message-ID. */
  readonly hasId?: boolean;
}

/** Equal for messages that look alike; two messages may. */
export function identityOf({ key, internalDate = 0, size }: Omit<Recognisable, 'uid'>): string {
  // Whole seconds: that is what INTERNALDATE has, and what every file system keeps.
  return `${key} ${Math.floor(internalDate / 1000)} ${size ?? ''}`;
}

/** As a file of the header alone tells of the message: what size the whole one has is not known there. */
export function asHeader({ size: _, ...header }: Recognisable): Recognisable {
  return header;
}

/**
 * Without the date of arrival, which programs that copy mail to another server lose. Only what has a Message-ID is
 * certain enough then, and only whole messages have a size.
 * @returns undefined for any other
 */
export function withoutDate({
  internalDate: _,
  ...message
}: Recognisable): Recognisable | undefined {
  return message.hasId === true && message.size !== undefined ? message : undefined;
}

/** Enough of a file to hold any ordinary header; a longer one only costs a download. */
export const headBytes = 64 * 1024;

/**
 * Tells what the messages of the open mailbox are recognised by; no body is asked for.
 * @param uids a UID set, RFC 9051 section 9 `sequence-set`
 */
export async function recognisableOnServer(
  session: Session,
  uids: Parameters<Session['uidFetch']>[0],
  visit: (message: Recognisable) => void,
): Promise<void> {
  if ((session.selected?.exists ?? 0) === 0) return;
  const items = ['UID', 'INTERNALDATE', 'RFC822.SIZE', identifyingHeader] as const;
  await session.uidFetch(uids, items, ({ uid, internalDate, size, sections }) => {
    const data = sections[0]?.data;
    if (uid === undefined || data?.kind !== 'memory') return;
    visit({
      uid,
      key: headerKey(data.bytes),
      hasId: hasMessageId(data.bytes),
      ...(internalDate === undefined ? {} : { internalDate }),
      ...(size === undefined ? {} : { size }),
    });
  });
}

/** Tells what stored messages are recognised by; headers alone have no size to compare. */
export async function recognisableOnDisk(
  box: MailboxArchive,
  kind: MessageKind,
  uids: readonly number[],
  visit: (message: Recognisable) => void,
): Promise<void> {
  const turns = new Turns();
  const head = Buffer.allocUnsafeSlow(headBytes);
  for (const uid of uids) {
    const record = box.record(kind, uid);
    if (record === undefined) continue;
    const { internalDate, size } = record;
    const header = box.readHead(kind, uid, head);
    visit({
      uid,
      key: headerKey(header),
      hasId: hasMessageId(header),
      ...(internalDate === undefined ? {} : { internalDate }),
      ...(isHeader(kind) ? {} : { size }),
    });
    if (turns.isDue()) await turns.next();
  }
}

import { isHeader, type MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { Session } from '../session/session.ts';
import { headerKey, identifyingHeader } from './header-key.ts';
import type { Recognisable } from './match.ts';

/** Enough of a file to hold any ordinary header; a longer one only costs a download. */
const headOctets = 64 * 1024;

/**
 * What the messages of the open mailbox are recognised by; no body is asked for.
 * @param uids a UID set, RFC 9051 section 9 `sequence-set`
 */
export async function recognisableOnServer(
  session: Session,
  uids: Parameters<Session['uidFetch']>[0],
): Promise<Recognisable[]> {
  const found: Recognisable[] = [];
  if ((session.selected?.exists ?? 0) === 0) return found;
  const items = ['UID', 'INTERNALDATE', 'RFC822.SIZE', identifyingHeader] as const;
  await session.uidFetch(uids, items, ({ uid, internalDate, size, sections }) => {
    const data = sections[0]?.data;
    if (uid === undefined || data?.kind !== 'memory') return;
    found.push({
      uid,
      key: headerKey(data.bytes),
      ...(internalDate === undefined ? {} : { internalDate }),
      ...(size === undefined ? {} : { size }),
    });
  });
  return found;
}

/** What stored messages are recognised by; headers alone have no size to compare. */
export async function recognisableOnDisk(
  box: MailboxArchive,
  kind: MessageKind,
  uids: readonly number[],
): Promise<Recognisable[]> {
  const found: Recognisable[] = [];
  for (const uid of uids) {
    const record = box.record(kind, uid);
    if (record === undefined) continue;
    const { internalDate, size } = record;
    found.push({
      uid,
      key: headerKey(await box.readHead(kind, uid, headOctets)),
      ...(internalDate === undefined ? {} : { internalDate }),
      ...(isHeader(kind) ? {} : { size }),
    });
  }
  return found;
}

import { type MessageKind, messageKinds } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { Session } from '../session/session.ts';
import { headerKey, identifyingFields } from './header-key.ts';
import { match, type Recognisable } from './match.ts';

/** Enough of a file to hold any ordinary header; a longer one only costs a download. */
const headOctets = 64 * 1024;

/**
 * The server numbers the mailbox anew: stored messages are matched to the new UIDs and renamed; what
 * matches nothing leaves the visible set. The caller downloads the rest and then finishes the change.
 * @returns how many files were renamed
 */
export async function reconcile(
  session: Session,
  box: MailboxArchive,
  uidValidity: number,
): Promise<number> {
  const theirs = await recognisableOnServer(session);
  const moves: { kind: MessageKind; from: number; to: number }[] = [];
  let stored = 0;
  for (const kind of messageKinds) {
    const ours = await recognisableOnDisk(box, kind);
    stored += ours.length;
    const comparable = kind.endsWith('header') ? theirs.map(withoutSize) : theirs;
    for (const [from, to] of match(ours, comparable)) moves.push({ kind, from, to });
  }
  const asBefore = moves.length === stored && moves.every(({ from, to }) => from === to);
  if (box.uidValidity === uidValidity && asBefore) {
    await box.setUidValidity(uidValidity);
    return 0;
  }
  await box.beginRemap(uidValidity, moves);
  return moves.length;
}

async function recognisableOnServer(session: Session): Promise<Recognisable[]> {
  const section = `HEADER.FIELDS (${identifyingFields.join(' ')})`;
  const found: Recognisable[] = [];
  if ((session.selected?.exists ?? 0) === 0) return found;
  const items = ['UID', 'INTERNALDATE', 'RFC822.SIZE', `BODY.PEEK[${section}]`] as const;
  await session.uidFetch('1:*', items, ({ uid, internalDate, size, sections }) => {
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

async function recognisableOnDisk(box: MailboxArchive, kind: MessageKind): Promise<Recognisable[]> {
  const found: Recognisable[] = [];
  for (const uid of box.uids(kind)) {
    const record = box.record(kind, uid);
    if (record === undefined) continue;
    const { internalDate, size } = record;
    found.push({
      uid,
      key: headerKey(await box.readHead(kind, uid, headOctets)),
      ...(internalDate === undefined ? {} : { internalDate }),
      ...(kind.endsWith('header') ? {} : { size }),
    });
  }
  return found;
}

function withoutSize({ size: _, ...rest }: Recognisable): Recognisable {
  return rest;
}

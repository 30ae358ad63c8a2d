import { isHeader, type MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { Session } from '../session/session.ts';
import { match, type Recognisable } from './match.ts';
import { recognisableOnDisk, recognisableOnServer } from './recognisable.ts';

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
  const theirs = await recognisableOnServer(session, '1:*');
  const moves: { kind: MessageKind; from: number; to: number }[] = [];
  let stored = 0;
  for (const kind of box.kinds) {
    const ours = await recognisableOnDisk(box, kind, box.uids(kind));
    stored += ours.length;
    const comparable = isHeader(kind) ? theirs.map(withoutSize) : theirs;
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

function withoutSize({ size: _, ...rest }: Recognisable): Recognisable {
  return rest;
}

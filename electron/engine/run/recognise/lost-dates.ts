import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { Move } from '../../archive/renumber/remap-plan.ts';
import type { UidRanges } from '../../protocol/response.ts';
import type { Session } from '../../session/session.ts';
import { match } from './match.ts';
import { recognisableOnDisk, recognisableOnServer, withoutDate } from './recognisable.ts';
import { RecognisableTable } from './recognisable-table.ts';

/**
 * Pairs whole messages that nothing was paired with, see {@link withoutDate}.
 * @param ours UIDs of stored messages
 * @param theirs UIDs of the server's
 */
export async function matchWithoutDates(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  ours: readonly number[],
  theirs: UidRanges,
): Promise<Move[]> {
  if (ours.length === 0 || theirs.length === 0) return [];
  const onServer = new RecognisableTable();
  const dates = new Map<number, number>();
  await recognisableOnServer(session, theirs, message => {
    onServer.add(withoutDate(message));
    if (message.internalDate !== undefined) dates.set(message.uid, message.internalDate);
  });
  const stored = new RecognisableTable();
  await recognisableOnDisk(box, kind, ours, message => stored.add(withoutDate(message)));
  return Array.from(match(stored, onServer), ([from, to]) => {
    const internalDate = dates.get(to);
    return { kind, from, to, ...(internalDate !== undefined && { internalDate }) };
  });
}

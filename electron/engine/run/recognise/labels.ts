import type { Identity } from '../../archive/journal/message-links.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import { contains, fromNumbers } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import type { Survey } from '../survey/survey.ts';
import { fetchIdentities, hasLabels, recognitionOf } from './identity.ts';

/**
 * Brings the labels of stored messages up to the server, where it has any: of those that changed since the last look,
 * as their flags do, and of those whose labels are not known.
 */
export async function learnLabels(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  { uidValidity, uids, flags }: Survey,
): Promise<void> {
  const recognition = recognitionOf(session);
  if (!hasLabels(recognition) || uidValidity === 0) return;
  const { identities } = box.links;
  const isKnown = ({ id, labels }: Partial<Identity> = {}) => id && labels !== undefined;
  const isDue = (uid: number) => flags.has(uid) || !isKnown(identities.get(uid));
  const due = box.uids(kind).filter(uid => contains(uids, uid) && isDue(uid));
  if (due.length === 0) return;
  await ensureOpen(session, box.mailbox, uidValidity);
  const now = await fetchIdentities(session, fromNumbers(due), recognition);
  const changed = [...now].filter(([uid, { id, labels }]) => {
    const before = identities.get(uid);
    return before?.id !== id || JSON.stringify(before.labels) !== JSON.stringify(labels);
  });
  box.links.noteIdentities(new Map(changed));
  box.flush();
}

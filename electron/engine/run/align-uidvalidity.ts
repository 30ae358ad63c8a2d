import { messageKinds } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { Session } from '../session/session.ts';
import type { MailboxRun } from './archive-mailbox.ts';
import { ensureOpen } from './open-mailbox.ts';
import { reconcile } from './reconcile.ts';
import type { Survey } from './survey.ts';

/** Makes the stored UIDs those of the server's present numbering. Repeatable. */
export async function alignUidValidity(
  session: Session,
  { mailbox, emit }: MailboxRun,
  box: MailboxArchive,
  { uidValidity }: Survey,
): Promise<number> {
  if (uidValidity === 0) {
    emit({
      event: 'warning',
      message: `The server gives ${mailbox} no lasting numbering (UIDVALIDITY 0); its messages are recognised by their content on every run`,
    });
  }
  // The journal's word counts too: somebody may have edited the file.
  const recorded = box.recordedUidValidity ?? uidValidity;
  const isKnown = uidValidity !== 0 && box.uidValidity === uidValidity && recorded === uidValidity;
  if (isKnown || box.pendingRemap?.to === uidValidity) {
    // A journal made anew does not know it yet, and links depend on it.
    if (box.recordedUidValidity === undefined) await box.setUidValidity(uidValidity);
    return 0;
  }
  const isEmpty = messageKinds.every(kind => box.uids(kind).length === 0);
  if (isEmpty && box.pendingRemap === undefined) {
    await box.setUidValidity(uidValidity);
    return 0;
  }
  await ensureOpen(session, mailbox, uidValidity);
  const renamed = await reconcile(session, box, uidValidity);
  emit({ event: 'renamed', mailbox, count: renamed });
  return renamed;
}

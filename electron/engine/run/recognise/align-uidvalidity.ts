import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { Session } from '../../session/session.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import type { MailboxRun } from '../mailbox-run.ts';
import type { Survey } from '../survey/survey.ts';
import { reconcile } from './reconcile.ts';

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
      message: `The server gives ${mailbox} no permanent numbering (UIDVALIDITY 0), so every run recognises its messages by their content`,
    });
  }
  if (box.change.pending?.to === uidValidity) return 0;
  const message = disagreement(box);
  if (message !== undefined) emit({ event: 'warning', message: `${mailbox}: ${message}` });
  // The journal's word counts too: somebody may have edited the file.
  const recorded = box.recordedUidValidity ?? uidValidity;
  const isKnown = uidValidity !== 0 && box.uidValidity === uidValidity && recorded === uidValidity;
  const isEmpty = box.kinds.every(kind => box.uids(kind).length === 0);
  // Files without any recorded numbering are compared with the server afterwards, one by one.
  const isFresh = box.change.pending === undefined && (isEmpty || box.uidValidity === undefined);
  if (isKnown || isFresh) {
    box.setUidValidity(uidValidity);
    return 0;
  }
  await ensureOpen(session, box.mailbox, uidValidity);
  const renamed = await reconcile(session, box, uidValidity);
  emit({ event: 'renamed', mailbox, count: renamed });
  return renamed;
}

/** What is to be said where `.uidvalidity` and the journal do not say the same; nothing of a first run. */
function disagreement(box: MailboxArchive): string | undefined {
  const { listedUidValidity: listed, recordedUidValidity: recorded } = box;
  if (recorded === undefined || listed === recorded || box.change.pending !== undefined) return;
  // Mailstow wrote that itself when the account moved, and said so.
  if (listed === 0) return;
  if (listed === undefined) return '.uidvalidity no longer had a line for it; it was written again';
  return `.uidvalidity says ${listed}, the journal says ${recorded}; Mailstow compares the messages with the server’s`;
}

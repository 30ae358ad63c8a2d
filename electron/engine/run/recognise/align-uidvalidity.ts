import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
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
    emit({ event: 'warning', ...warningOf('no-lasting-numbers', { args: { mailbox } }) });
  }
  if (box.change.pending?.to === uidValidity) return 0;
  const differing = disagreement(mailbox, box);
  if (differing !== undefined) emit({ event: 'warning', ...differing });
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
function disagreement(mailbox: string, box: MailboxArchive): Warning | undefined {
  const { listedUidValidity: listed, recordedUidValidity: recorded } = box;
  if (recorded === undefined || listed === recorded || box.change.pending !== undefined) return;
  // Mailstow wrote that itself when the account moved, and said so.
  if (listed === 0) return;
  if (listed === undefined) return warningOf('uidvalidity-line-missing', { args: { mailbox } });
  return warningOf('uidvalidity-differs', { args: { mailbox, listed, recorded } });
}

import { isHeader, type MessageKind, messageKinds } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import { contains, fromNumbers } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import type { MailboxRun } from './archive-mailbox.ts';
import type { Recognisable } from './match.ts';
import { ensureOpen } from './open-mailbox.ts';
import { recognisableOnDisk, recognisableOnServer } from './recognisable.ts';
import type { Survey } from './survey.ts';

/**
 * Makes sure that files which only their names call messages are those messages: the journal was
 * deleted, or somebody put them there. What differs from the server's in header or size is fetched
 * again; what the server no longer has cannot be compared and stays.
 */
export async function checkAdopted(
  session: Session,
  { mailbox, emit }: MailboxRun,
  box: MailboxArchive,
  { uids, uidValidity }: Survey,
): Promise<void> {
  if (box.adopted.length === 0) return;
  const found = box.adopted.map(({ uid }) => uid).filter(uid => contains(uids, uid));
  const theirs = new Map<number, Recognisable>();
  if (found.length > 0) {
    await ensureOpen(session, mailbox, uidValidity);
    for (const message of await recognisableOnServer(session, fromNumbers(found))) {
      theirs.set(message.uid, message);
    }
  }
  const impostors = await differing(box, theirs);
  const number = box.settleAdopted((kind, uid) => impostors.get(kind)?.has(uid) ?? false);
  if (number === 0) return;
  const are =
    number === 1
      ? '1 file is not the message its name says'
      : `${number} files are not the messages their names say`;
  const message = `${mailbox}: ${are}; fetched again, and what was there is kept under superseded`;
  emit({ event: 'warning', message });
}

/** UIDs of adopted files by kind that do not look like the server's message. */
async function differing(
  box: MailboxArchive,
  theirs: ReadonlyMap<number, Recognisable>,
): Promise<Map<MessageKind, Set<number>>> {
  const differing = new Map<MessageKind, Set<number>>();
  for (const kind of messageKinds) {
    const uids = box.adopted.filter(each => each.kind === kind).map(({ uid }) => uid);
    const ours = await recognisableOnDisk(box, kind, uids);
    const wrong = ours.filter(own => !looksAlike(own, theirs.get(own.uid), kind));
    differing.set(kind, new Set(wrong.map(({ uid }) => uid)));
  }
  return differing;
}

/** A file's time does not count: copying may have changed it. */
function looksAlike(
  own: Recognisable,
  their: Recognisable | undefined,
  kind: MessageKind,
): boolean {
  if (their === undefined) return true;
  const sameSize = isHeader(kind) || their.size === undefined || their.size === own.size;
  return sameSize && their.key === own.key;
}

/** Says which of the files that were stored are not there any more; they are about to be fetched again. */
export function warnOfLost(
  { mailbox, emit }: MailboxRun,
  box: MailboxArchive,
  kind: MessageKind,
  lacking: readonly number[],
): void {
  const lost = lacking.filter(uid => box.isLost(kind, uid)).length;
  if (lost === 0) return;
  const were = lost === 1 ? '1 stored file was' : `${lost} stored files were`;
  emit({
    event: 'warning',
    message: `${mailbox}: ${were} deleted or renamed since; fetched again`,
  });
}

import { isHeader, type MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { UidRanges } from '../protocol/response.ts';
import { contains, count, filter, fromNumbers } from '../protocol/uid-set.ts';
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
    await ensureOpen(session, box.mailbox, uidValidity);
    for (const message of await recognisableOnServer(session, fromNumbers(found))) {
      theirs.set(message.uid, message);
    }
  }
  const impostors = await differing(box, theirs);
  const total = box.adopted.length;
  const wrong = box.settleAdopted((kind, uid) => impostors.get(kind)?.has(uid) ?? false);
  const warn = (message: string) => emit({ event: 'warning', message: `${mailbox}: ${message}` });
  if (total > wrong) {
    warn(`${files(total - wrong)} missing in the journal; compared with the server and taken over`);
  }
  if (wrong > 0) {
    warn(
      `${files(wrong)} not what the name says; fetched again, with what was there kept under superseded`,
    );
  }
}

function files(number: number): string {
  return number === 1 ? '1 file was' : `${number} files were`;
}

/** UIDs of adopted files by kind that do not look like the server's message. */
async function differing(
  box: MailboxArchive,
  theirs: ReadonlyMap<number, Recognisable>,
): Promise<Map<MessageKind, Set<number>>> {
  const differing = new Map<MessageKind, Set<number>>();
  for (const kind of box.kinds) {
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
  lacking: UidRanges,
): void {
  const lost = count(filter(lacking, uid => box.isLost(kind, uid)));
  if (lost === 0) return;
  const message = `${mailbox}: ${files(lost)} deleted or renamed since the last run; fetched again`;
  emit({ event: 'warning', message });
}

import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { Warning } from '../../../shared/model/warning.ts';
import { isHeader, type MessageKind } from '../archive/layout/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { UidRanges } from '../protocol/response.ts';
import { contains, count, filter, fromNumbers } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { ensureOpen } from './connection/open-mailbox.ts';
import type { MailboxRun } from './mailbox-run.ts';
import {
  type Recognisable,
  recognisableOnDisk,
  recognisableOnServer,
} from './recognise/recognisable.ts';
import type { Survey } from './survey/survey.ts';

/** Files compared at once: enough for one command, few enough that a mailbox of any size takes no memory. */
const atOnce = 2_000;

/**
 * Makes sure that files which only their names call messages are those messages: the journal was
 * deleted, or somebody put them there. What differs from the server's in header or size is fetched
 * again; what the server no longer has cannot be compared and stays.
 */
export async function checkAdopted(
  { mailbox, lines, emit }: MailboxRun,
  box: MailboxArchive,
  found: Survey,
): Promise<void> {
  if (box.adoption.count === 0) return;
  const [line] = lines;
  let taken = 0;
  let wrong = 0;
  for (const kind of box.kinds) {
    const uids = box.adoption.uids(kind);
    for (let start = 0; start < uids.length; start += atOnce) {
      const portion = uids.slice(start, start + atOnce);
      const impostors = await line.run(session => differing(session, box, kind, portion, found));
      box.adoption.settle(kind, portion, impostors);
      wrong += impostors.size;
      taken += portion.length - impostors.size;
    }
  }
  warnOfAdopted(mailbox, taken, wrong, warning => emit({ event: 'warning', ...warning }));
}

/**
 * @param taken files that the journal has now
 * @param wrong those that are other messages than their names say
 */
export function warnOfAdopted(
  mailbox: string,
  taken: number,
  wrong: number,
  warn: (warning: Warning) => void,
): void {
  if (taken > 0) warn(warningOf('files-added', { args: { mailbox, count: taken } }));
  if (wrong > 0) warn(warningOf('files-replaced', { args: { mailbox, count: wrong } }));
}

/** UIDs of adopted files that do not look like the server's messages. */
async function differing(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  adopted: readonly number[],
  { uids, uidValidity }: Survey,
): Promise<Set<number>> {
  const comparable = fromNumbers(adopted.filter(uid => contains(uids, uid)));
  const theirs = new Map<number, Recognisable>();
  if (comparable.length > 0) {
    await ensureOpen(session, box.mailbox, uidValidity);
    await recognisableOnServer(session, comparable, message => theirs.set(message.uid, message));
  }
  const differing = new Set<number>();
  await recognisableOnDisk(box, kind, adopted, own => {
    if (!looksAlike(own, theirs.get(own.uid), kind)) differing.add(own.uid);
  });
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
  { mailbox, emit }: Pick<MailboxRun, 'mailbox' | 'emit'>,
  box: MailboxArchive,
  kind: MessageKind,
  lacking: UidRanges,
): void {
  const lost = count(filter(lacking, uid => box.isLost(kind, uid)));
  if (lost === 0) return;
  emit({ event: 'warning', ...warningOf('files-lost', { args: { mailbox, count: lost } }) });
}

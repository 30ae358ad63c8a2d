import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { Move } from '../../archive/renumber/remap-plan.ts';
import { contains, fromNumbers } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import type { MailboxRun } from '../mailbox-run.ts';
import { differing, knownOf } from '../survey/known-messages.ts';
import type { Survey } from '../survey/survey.ts';
import { match } from './match.ts';
import { type Recognisable, recognisableOnDisk, recognisableOnServer } from './recognisable.ts';
import { RecognisableTable } from './recognisable-table.ts';

/** Messages compared by their headers at once: a mailbox of any size takes no memory. */
const atOnce = 2_000;
/** UIDs that a warning names. */
const mostNamed = 10;

/**
 * A server that was brought back from a copy may give the UIDs of stored messages to other ones, under the
 * same UIDVALIDITY. Then stored messages are matched by content, as after a change of UIDVALIDITY; a file
 * whose place another message has goes to superseded/, and what the server has is downloaded. Repeatable.
 */
export async function alignContents(
  session: Session,
  { mailbox, emit }: MailboxRun,
  box: MailboxArchive,
  kind: MessageKind,
  found: Survey,
): Promise<void> {
  const { uidValidity } = found;
  const isSettled = box.change.pending === undefined && box.recordedUidValidity === uidValidity;
  if (!isSettled || uidValidity === 0) return;
  const suspects = new Set([...found.differing, ...(await doubtful(session, box, kind, found))]);
  if (suspects.size === 0) return;
  await ensureOpen(session, box.mailbox, uidValidity);
  const others = await othersOf(session, box, kind, [...suspects]);
  if (others.length === 0) return;
  box.change.plan(uidValidity, await movesOf(session, box));
  await box.renumber();
  const named = others.sort((a, b) => a - b).slice(0, mostNamed);
  const more = others.length > mostNamed ? ' …' : '';
  const args = { mailbox, uids: `${named.join(', ')}${more}` };
  emit({ event: 'warning', ...warningOf('numbers-reused', { args }) });
}

/** Stored messages that are looked at because the server's figures fell, or because they were gone and are back. */
async function doubtful(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  { uids, uidValidity, wentBack, isAsKnown }: Survey,
): Promise<number[]> {
  if (isAsKnown) return [];
  const known = box.readServerState();
  const isBack = (uid: number) => known !== undefined && !contains(known.uids, uid);
  const back = box.uids(kind).filter(uid => contains(uids, uid) && (wentBack || isBack(uid)));
  if (back.length === 0) return [];
  await ensureOpen(session, box.mailbox, uidValidity);
  return differing(session, knownOf(box, kind, back));
}

/** Stored messages in whose place the server has others. */
async function othersOf(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  uids: readonly number[],
): Promise<number[]> {
  const others: number[] = [];
  for (let start = 0; start < uids.length; start += atOnce) {
    const portion = uids.slice(start, start + atOnce);
    const theirs = new Map<number, Recognisable>();
    const note = (message: Recognisable) => void theirs.set(message.uid, message);
    await recognisableOnServer(session, fromNumbers(portion), note);
    await recognisableOnDisk(box, kind, portion, own => {
      if (isOther(own, theirs.get(own.uid))) others.push(own.uid);
    });
  }
  return others;
}

/** Who stays, who goes where; a message that is gone from the server stays. */
async function movesOf(session: Session, box: MailboxArchive): Promise<Move[]> {
  const moves: Move[] = [];
  for (const kind of box.kinds) {
    const stored = box.uids(kind);
    const others = new Set(await othersOf(session, box, kind, stored));
    const staying = new Set(stored.filter(uid => !others.has(uid)));
    for (const uid of staying) moves.push({ kind, from: uid, to: uid });
    const ours = new RecognisableTable();
    await recognisableOnDisk(box, kind, [...others], message => ours.add(message));
    const theirs = new RecognisableTable();
    await recognisableOnServer(session, '1:*', ({ size, ...message }) => {
      if (staying.has(message.uid)) return;
      theirs.add(isHeader(kind) || size === undefined ? message : { ...message, size });
    });
    for (const [from, to] of match(ours, theirs)) moves.push({ kind, from, to });
  }
  return moves;
}

/** The header tells; where it is the same, size and date must both be others. */
function isOther(own: Recognisable, their: Recognisable | undefined): boolean {
  if (their === undefined) return false;
  if (own.key !== their.key) return true;
  return isUnlike(own.size, their.size) && isUnlike(own.internalDate, their.internalDate);
}

function isUnlike(own: number | undefined, their: number | undefined): boolean {
  return own !== undefined && their !== undefined && own !== their;
}

import { isHeader, type MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { Move } from '../archive/remap-plan.ts';
import { contains, fromNumbers } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import type { MailboxRun } from './archive-mailbox.ts';
import { differing, knownOf } from './known-messages.ts';
import { match, type Recognisable } from './match.ts';
import { ensureOpen } from './open-mailbox.ts';
import { recognisableOnDisk, recognisableOnServer } from './recognisable.ts';
import type { Survey } from './survey.ts';

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
  const isSettled = box.pendingRemap === undefined && box.recordedUidValidity === uidValidity;
  if (!isSettled || uidValidity === 0) return;
  const suspects = new Set([...found.differing, ...(await doubtful(session, box, kind, found))]);
  if (suspects.size === 0) return;
  await ensureOpen(session, box.mailbox, uidValidity);
  const theirs = byUid(await recognisableOnServer(session, fromNumbers(suspects)));
  const ours = await recognisableOnDisk(box, kind, [...suspects]);
  const others = ours.filter(own => isOther(own, theirs.get(own.uid))).map(({ uid }) => uid);
  if (others.length === 0) return;
  await box.beginRemap(uidValidity, await movesOf(session, box));
  const named = others.sort((a, b) => a - b).slice(0, mostNamed);
  const more = others.length > mostNamed ? ' …' : '';
  emit({
    event: 'warning',
    message: `${mailbox}: the server has other messages under numbers that are archived (UID ${named.join(', ')}${more}); it may have been restored from a copy. What it has now is archived too; the earlier files are kept under superseded`,
  });
}

/** Stored messages that are looked at because the server's figures fell, or because they were gone and are back. */
async function doubtful(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  { uids, uidValidity, wentBack, isAsKnown }: Survey,
): Promise<number[]> {
  if (isAsKnown) return [];
  const known = box.serverState;
  const isBack = (uid: number) => known !== undefined && !contains(known.uids, uid);
  const back = box.uids(kind).filter(uid => contains(uids, uid) && (wentBack || isBack(uid)));
  if (back.length === 0) return [];
  await ensureOpen(session, box.mailbox, uidValidity);
  return differing(session, knownOf(box, kind, back));
}

/** Who stays, who goes where; a message that is gone from the server stays. */
async function movesOf(session: Session, box: MailboxArchive): Promise<Move[]> {
  const onServer = await recognisableOnServer(session, '1:*');
  const there = byUid(onServer);
  const moves: Move[] = [];
  for (const kind of box.kinds) {
    const ours = await recognisableOnDisk(box, kind, box.uids(kind));
    const staying = new Set(
      ours.filter(own => !isOther(own, there.get(own.uid))).map(({ uid }) => uid),
    );
    for (const uid of staying) moves.push({ kind, from: uid, to: uid });
    const isLeft = ({ uid }: Recognisable) => !staying.has(uid);
    const free = onServer
      .filter(isLeft)
      .map(their => (isHeader(kind) ? withoutSize(their) : their));
    for (const [from, to] of match(ours.filter(isLeft), free)) moves.push({ kind, from, to });
  }
  return moves;
}

/** The header tells; where it is the same, size and date must both be others. */
function isOther(own: Recognisable, their: Recognisable | undefined): boolean {
  if (their === undefined) return false;
  if (own.key !== their.key) return true;
  return isUnlike(own.size, their.size) && isUnlike(own.internalDate, their.internalDate);
}

function byUid(messages: readonly Recognisable[]): Map<number, Recognisable> {
  return new Map(messages.map(message => [message.uid, message]));
}

function withoutSize({ size: _, ...rest }: Recognisable): Recognisable {
  return rest;
}

function isUnlike(own: number | undefined, their: number | undefined): boolean {
  return own !== undefined && their !== undefined && own !== their;
}

import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { Move } from '../../archive/renumber/remap-plan.ts';
import type { Session } from '../../session/session.ts';
import { match } from './match.ts';
import { asHeader, recognisableOnDisk, recognisableOnServer } from './recognisable.ts';
import { RecognisableTable } from './recognisable-table.ts';

/**
 * The server renumbers the mailbox: stored messages are matched to the new UIDs and renamed; what
 * matches nothing leaves the visible set. The caller downloads the rest and then finishes the change.
 * @returns how many files were renamed
 */
export async function reconcile(
  session: Session,
  box: MailboxArchive,
  uidValidity: number,
): Promise<number> {
  const moves = await planMoves(session, box, uidValidity);
  if (moves === undefined) {
    await box.setUidValidity(uidValidity);
    return 0;
  }
  await box.renumber();
  return moves;
}

/** What is compared here is gone when the files move. @returns undefined where all are as before */
async function planMoves(
  session: Session,
  box: MailboxArchive,
  uidValidity: number,
): Promise<number | undefined> {
  const { pairs, stored } = await pairsOf(session, box);
  const moves = [...pairs.values()].reduce((sum, { size }) => sum + size, 0);
  const asBefore = moves === stored && isSame(pairs);
  if (box.uidValidity === uidValidity && asBefore) return undefined;
  box.change.plan(uidValidity, movesOf(pairs));
  return moves;
}

async function pairsOf(session: Session, box: MailboxArchive) {
  const whole = new RecognisableTable();
  const headers = new RecognisableTable();
  await recognisableOnServer(session, '1:*', message => {
    whole.add(message);
    headers.add(asHeader(message));
  });
  const pairs = new Map<MessageKind, ReadonlyMap<number, number>>();
  let stored = 0;
  for (const kind of box.kinds) {
    const ours = new RecognisableTable();
    await recognisableOnDisk(box, kind, box.uids(kind), message => ours.add(message));
    stored += ours.size;
    pairs.set(kind, match(ours, isHeader(kind) ? headers : whole));
  }
  return { pairs, stored };
}

function isSame(pairs: ReadonlyMap<MessageKind, ReadonlyMap<number, number>>): boolean {
  for (const { from, to } of movesOf(pairs)) if (from !== to) return false;
  return true;
}

function* movesOf(pairs: ReadonlyMap<MessageKind, ReadonlyMap<number, number>>): Iterable<Move> {
  for (const [kind, ofKind] of pairs) {
    for (const [from, to] of ofKind) yield { kind, from, to };
  }
}

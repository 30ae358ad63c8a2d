import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { Move } from '../../archive/renumber/remap-plan.ts';
import { fromNumbers } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { matchWithoutDates } from './lost-dates.ts';
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
  const { pairs, undated, stored } = await pairsOf(session, box);
  const moves = [...pairs.values()].reduce((sum, { size }) => sum + size, undated.length);
  const asBefore = moves === stored && undated.length === 0 && isSame(pairs);
  if (box.uidValidity === uidValidity && asBefore) return undefined;
  box.change.plan(uidValidity, allMoves(pairs, undated));
  return moves;
}

type Pairs = ReadonlyMap<MessageKind, ReadonlyMap<number, number>>;

async function pairsOf(session: Session, box: MailboxArchive) {
  const whole = new RecognisableTable();
  const headers = new RecognisableTable();
  await recognisableOnServer(session, '1:*', message => {
    whole.add(message);
    headers.add(asHeader(message));
  });
  const pairs = new Map<MessageKind, ReadonlyMap<number, number>>();
  const undated: Move[] = [];
  let stored = 0;
  for (const kind of box.kinds) {
    const uids = box.uids(kind);
    const ours = new RecognisableTable();
    await recognisableOnDisk(box, kind, uids, message => ours.add(message));
    stored += ours.size;
    const paired = match(ours, isHeader(kind) ? headers : whole);
    pairs.set(kind, paired);
    if (isHeader(kind)) continue;
    const left = uids.filter(uid => !paired.has(uid));
    const leftThere = fromNumbers(unpaired(whole, new Set(paired.values())));
    undated.push(...(await matchWithoutDates(session, box, kind, left, leftThere)));
  }
  return { pairs, undated, stored };
}

function* unpaired(table: RecognisableTable, paired: ReadonlySet<number>): Iterable<number> {
  for (let row = 0; row < table.size; row++) {
    const uid = table.uidOf(row);
    if (!paired.has(uid)) yield uid;
  }
}

function isSame(pairs: Pairs): boolean {
  for (const { from, to } of movesOf(pairs)) if (from !== to) return false;
  return true;
}

function* allMoves(pairs: Pairs, undated: readonly Move[]): Iterable<Move> {
  yield* movesOf(pairs);
  yield* undated;
}

function* movesOf(pairs: Pairs): Iterable<Move> {
  for (const [kind, ofKind] of pairs) {
    for (const [from, to] of ofKind) yield { kind, from, to };
  }
}

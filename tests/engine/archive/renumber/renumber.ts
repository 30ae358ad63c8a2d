import type { MailboxArchive } from '../../../../electron/engine/archive/mailbox-archive.ts';
import type { Move } from '../../../../electron/engine/archive/renumber/remap-plan.ts';

/** A change of UIDVALIDITY as far as the stored messages take part in it. */
export async function renumber(
  mailbox: MailboxArchive,
  uidValidity: number,
  moves: Iterable<Move>,
): Promise<void> {
  mailbox.change.plan(uidValidity, moves);
  await mailbox.renumber();
}

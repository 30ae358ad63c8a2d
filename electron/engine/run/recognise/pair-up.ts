import type { Identity } from '../../archive/journal/message-links.ts';
import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';

/** UIDs by what their messages are recognised by. */
export type UidsById = ReadonlyMap<string, readonly number[]>;

export function groupById(identities: ReadonlyMap<number, Identity>): UidsById {
  const groups = new Map<string, number[]>();
  for (const [uid, { id }] of identities) {
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [uid]);
    else group.push(uid);
  }
  return groups;
}

export interface Pairing {
  /** The mailbox whose files others are linked to. */
  readonly holder: MailboxArchive;
  readonly box: MailboxArchive;
  readonly kind: MessageKind;
  /** Equal ids mean equal bytes. */
  readonly certain: boolean;
}

/**
 * Pairs messages of a mailbox with those of the holder whose files are there. What is alike but not
 * certainly the same counts only where nothing can be confused, as in match.ts.
 * @returns UID in the mailbox → UID in the holder
 */
export function pairUp(ours: UidsById, theirs: UidsById, pairing: Pairing): Map<number, number> {
  const { holder, kind, certain } = pairing;
  const taken = linkedAlready(pairing.holder, pairing.box);
  const pairs = new Map<number, number>();
  for (const [id, alike] of ours) {
    const there = theirs.get(id) ?? [];
    const stored = there.find(uid => holder.has(kind, uid));
    const targets = certain ? alike.map(() => stored) : freeTwins(pairing, there, taken);
    if (alike.length > targets.length) continue;
    for (const [index, uid] of alike.entries()) {
      const target = targets[index];
      if (target !== undefined) pairs.set(uid, target);
    }
  }
  return pairs;
}

/** The UIDs in the holder that messages of the mailbox stand for already. */
export function linkedAlready(holder: MailboxArchive, box: MailboxArchive): Set<number> {
  const uids = new Set<number>();
  for (const { target, uid } of box.links.all.values()) {
    const isCurrent = target.uidValidity === holder.recordedUidValidity;
    if (isCurrent && target.mailbox === holder.name) uids.add(uid);
  }
  return uids;
}

/**
 * Of messages that look alike, those that nothing is linked to yet; none where their bytes are not
 * known to be the same, because then any of them could be the wrong one.
 */
function freeTwins(
  { holder, kind }: Pairing,
  alike: readonly number[],
  taken: ReadonlySet<number>,
): number[] {
  if (!alike.every(uid => holder.has(kind, uid))) return [];
  const hashes = new Set(alike.map(uid => holder.record(kind, uid)?.sha256));
  // Equal headers may stand above different bodies, and the link is for both.
  const isSure =
    alike.length === 1 || (hashes.size === 1 && !hashes.has(undefined) && !isHeader(kind));
  return isSure ? alike.filter(uid => !taken.has(uid)) : [];
}

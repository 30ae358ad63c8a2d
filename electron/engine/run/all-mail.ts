import type { Identity } from '../archive/elsewhere.ts';
import { isHeader, type MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { UidRanges } from '../protocol/response.ts';
import { fromNumbers, numbers } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { isAllMail, isUsuallyApart } from './choose-mailboxes.ts';
import { fetchIdentities, hasLabels, type Recognition, recognitionOf } from './identity.ts';
import type { Line } from './line.ts';
import type { ChosenMailbox } from './list-mailboxes.ts';
import { listUids } from './list-uids.ts';
import { ensureOpen } from './open-mailbox.ts';

/**
 * The virtual mailbox that holds the messages of all others (`\All`, RFC 6154). Once it is archived, a
 * message of another mailbox that it holds is linked to the file there instead of being stored twice.
 */
export class AllMail {
  /** Whether the run has such a mailbox. */
  readonly #exists: boolean;
  /** Whether others are linked to it. */
  readonly #isHolder: boolean;
  #box: MailboxArchive | undefined;
  /** UIDs in the virtual mailbox by what their messages are recognised by; made at the first need. */
  #uids: ReadonlyMap<string, readonly number[]> | undefined;

  /** @param mailboxes those of the run */
  constructor(mailboxes: readonly ChosenMailbox[], separate: boolean) {
    this.#exists = mailboxes.some(isAllMail);
    this.#isHolder = this.#exists && mailboxes.length > 1 && !separate;
  }

  /**
   * Keeps what the messages of an archived mailbox are recognised by, and their labels where the server
   * has any, if it is one that others are linked to or that no other repeats.
   */
  async learn(line: Line, mailbox: ChosenMailbox, box: MailboxArchive): Promise<void> {
    const holds = isAllMail(mailbox) || isUsuallyApart(mailbox);
    if (!this.#exists || !holds) return;
    const isHolder = isAllMail(mailbox) && this.#isHolder;
    await line.run(async session => {
      const recognition = recognitionOf(session);
      if (isHolder || hasLabels(recognition)) await learnFrom(session, box, recognition);
    });
    if (isHolder) this.#box ??= box;
  }

  /** Links those of the messages that the virtual mailbox holds, and no message twice. */
  async link(
    line: Line,
    box: MailboxArchive,
    kind: MessageKind,
    uids: readonly number[],
  ): Promise<void> {
    const holder = this.#box;
    if (holder === undefined || holder === box || uids.length === 0) return;
    // Without a lasting numbering a link would soon point to another message.
    if (!box.recordedUidValidity || !holder.recordedUidValidity) return;
    await line.run(async session => {
      await ensureOpenAsRecorded(session, box);
      const recognition = recognitionOf(session);
      const identities = await fetchIdentities(session, fromNumbers(uids), recognition);
      box.link(holder, this.#pairs(holder, box, kind, identities, recognition));
      box.flush();
    });
  }

  /** UID in the mailbox → UID in the virtual one. */
  #pairs(
    holder: MailboxArchive,
    box: MailboxArchive,
    kind: MessageKind,
    identities: ReadonlyMap<number, Identity>,
    { isCertain }: Recognition,
  ): Map<number, number> {
    this.#uids ??= groupById(holder.identities);
    const taken = linkedTo(holder, box);
    const pairs = new Map<number, number>();
    for (const [id, alike] of groupById(identities)) {
      const there = this.#uids.get(id) ?? [];
      const free = isCertain
        ? alike.map(() => there.find(uid => holder.has(kind, uid)))
        : freeTwins(holder, kind, there, taken);
      // What is alike but not certainly the same counts only where nothing can be confused.
      if (alike.length > free.length) continue;
      for (const [index, uid] of alike.entries()) {
        const target = free[index];
        if (target !== undefined) pairs.set(uid, target);
      }
    }
    return pairs;
  }
}

async function learnFrom(
  session: Session,
  box: MailboxArchive,
  recognition: Recognition,
): Promise<void> {
  const isKnown = (uid: number) => box.identities.get(uid)?.id.startsWith(recognition.prefix);
  // All of them, stored or not: one that is not could be the twin of one that is.
  const unknown = [...numbers(await uidsOnServer(session, box))].filter(uid => !isKnown(uid));
  if (unknown.length === 0) return;
  await ensureOpenAsRecorded(session, box);
  box.noteIdentities(await fetchIdentities(session, fromNumbers(unknown), recognition));
  box.flush();
}

async function uidsOnServer(session: Session, box: MailboxArchive): Promise<UidRanges> {
  if (box.serverState !== undefined) return box.serverState.uids;
  await ensureOpenAsRecorded(session, box);
  return listUids(session, box.name);
}

async function ensureOpenAsRecorded(session: Session, box: MailboxArchive): Promise<void> {
  await ensureOpen(session, box.name, box.recordedUidValidity ?? 0);
}

function groupById(identities: ReadonlyMap<number, Identity>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [uid, { id }] of identities) {
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [uid]);
    else group.push(uid);
  }
  return groups;
}

/** The UIDs in the virtual mailbox that messages of the other stand for already. */
function linkedTo(holder: MailboxArchive, box: MailboxArchive): Set<number> {
  const uids = new Set<number>();
  for (const { target, uid } of box.links.values()) {
    const isCurrent = target.uidValidity === holder.recordedUidValidity;
    if (isCurrent && target.mailbox === holder.name) uids.add(uid);
  }
  return uids;
}

/**
 * Of messages that look alike, those that nothing is linked to yet; none where their octets are not
 * known to be the same, because then any of them could be the wrong one.
 */
function freeTwins(
  holder: MailboxArchive,
  kind: MessageKind,
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

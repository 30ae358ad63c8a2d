import type { Identity } from '../archive/elsewhere.ts';
import type { MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import { fromNumbers } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { isAllMail, isUsuallyApart } from './choose-mailboxes.ts';
import { fetchIdentities, hasLabels, type Recognition, recognitionOf } from './identity.ts';
import type { Line } from './line.ts';
import type { ChosenMailbox } from './list-mailboxes.ts';
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
  async learn(
    line: Line,
    mailbox: ChosenMailbox,
    box: MailboxArchive,
    kind: MessageKind,
  ): Promise<void> {
    const holds = isAllMail(mailbox) || isUsuallyApart(mailbox);
    if (!this.#exists || !holds) return;
    const isHolder = isAllMail(mailbox) && this.#isHolder;
    await line.run(async session => {
      const recognition = recognitionOf(session);
      if (isHolder || hasLabels(recognition)) await learnFrom(session, box, kind, recognition);
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
    const taken = isCertain ? new Set<number>() : linkedTo(holder, box);
    const pairs = new Map<number, number>();
    for (const [id, alike] of groupById(identities)) {
      const there = (this.#uids.get(id) ?? []).filter(
        uid => holder.has(kind, uid) && !taken.has(uid),
      );
      const [first] = there;
      if (first === undefined) continue;
      // What is alike but not certainly the same counts only where nothing can be confused.
      if (!isCertain && (alike.length > there.length || !haveSameOctets(holder, kind, there))) {
        continue;
      }
      for (const [index, uid] of alike.entries()) {
        pairs.set(uid, isCertain ? first : (there[index] ?? first));
      }
    }
    return pairs;
  }
}

async function learnFrom(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  recognition: Recognition,
): Promise<void> {
  const isKnown = (uid: number) => box.identities.get(uid)?.id.startsWith(recognition.prefix);
  const unknown = box
    .uids(kind)
    .filter(uid => !isKnown(uid) && box.record(kind, uid)?.gone === false);
  if (unknown.length === 0) return;
  await ensureOpenAsRecorded(session, box);
  box.noteIdentities(await fetchIdentities(session, fromNumbers(unknown), recognition));
  box.flush();
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

function haveSameOctets(
  box: MailboxArchive,
  kind: MessageKind,
  [first, ...others]: readonly number[],
): boolean {
  if (first === undefined || others.length === 0) return true;
  const hash = box.record(kind, first)?.sha256;
  return hash !== undefined && others.every(uid => box.record(kind, uid)?.sha256 === hash);
}

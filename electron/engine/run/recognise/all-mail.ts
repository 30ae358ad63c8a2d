import type { Archive } from '../../archive/archive.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { UidRanges } from '../../protocol/response.ts';
import { fromNumbers, numbers } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { isAllMail, isUsuallyApart } from '../choose/choose-mailboxes.ts';
import type { AccountMailbox } from '../choose/list-mailboxes.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import type { Line } from '../connection/reconnecting-session.ts';
import { listUids } from '../survey/list-uids.ts';
import { fetchIdentities, hasLabels, type Recognition, recognitionOf } from './identity.ts';
import { groupById, pairUp, type UidsById } from './pair-up.ts';

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
  #uids: UidsById | undefined;

  /** @param mailboxes those of the run */
  constructor(mailboxes: readonly AccountMailbox[], separate: boolean) {
    this.#exists = mailboxes.some(isAllMail);
    this.#isHolder = this.#exists && mailboxes.length > 1 && !separate;
  }

  /** Whether files of one mailbox may stand for messages of another. */
  get isInvolved(): boolean {
    return this.#exists;
  }

  /**
   * Keeps what the messages of an archived mailbox are recognised by, and their labels where the server
   * has any, if it is one that others are linked to or that no other repeats.
   */
  async learn(line: Line, mailbox: AccountMailbox, archive: Archive): Promise<void> {
    const holds = isAllMail(mailbox) || isUsuallyApart(mailbox);
    if (!this.#exists || !holds) return;
    const box = await archive.mailbox(mailbox.name);
    if (!hasLastingUids(box)) return;
    const isHolder = isAllMail(mailbox) && this.#isHolder;
    await line.run(async session => {
      const recognition = recognitionOf(session);
      if (isHolder || hasLabels(recognition)) await learnFrom(session, box, recognition);
    });
    if (isHolder) this.#box ??= box;
  }

  /** Links those of the messages that the virtual mailbox holds, and no message twice. */
  async link(line: Line, box: MailboxArchive, kind: MessageKind, uids: UidRanges): Promise<void> {
    const holder = this.#box;
    if (holder === undefined || holder === box || uids.length === 0) return;
    if (!hasLastingUids(box)) return;
    await line.run(async session => {
      await ensureOpenAsRecorded(session, box);
      const recognition = recognitionOf(session);
      const identities = await fetchIdentities(session, uids, recognition);
      this.#uids ??= groupById(holder.links.identities);
      const certain = recognition.isCertain;
      box.links.add(
        holder,
        pairUp(groupById(identities), this.#uids, { holder, box, kind, certain }),
      );
      box.flush();
    });
  }
}

/** Without them a link would soon be that of another message. */
function hasLastingUids({ recordedUidValidity = 0 }: MailboxArchive): boolean {
  return recordedUidValidity !== 0;
}

async function learnFrom(
  session: Session,
  box: MailboxArchive,
  recognition: Recognition,
): Promise<void> {
  const isKnown = (uid: number) => box.links.identities.get(uid)?.id.startsWith(recognition.prefix);
  // All of them, stored or not: one that is not could be the twin of one that is.
  const unknown = [...numbers(await uidsOnServer(session, box))].filter(uid => !isKnown(uid));
  if (unknown.length === 0) return;
  await ensureOpenAsRecorded(session, box);
  box.links.noteIdentities(await fetchIdentities(session, fromNumbers(unknown), recognition));
  box.flush();
}

async function uidsOnServer(session: Session, box: MailboxArchive): Promise<UidRanges> {
  const known = box.readServerState();
  if (known !== undefined) return known.uids;
  await ensureOpenAsRecorded(session, box);
  return listUids(session, box.name);
}

async function ensureOpenAsRecorded(session: Session, box: MailboxArchive): Promise<void> {
  await ensureOpen(session, box.mailbox, box.recordedUidValidity ?? 0);
}

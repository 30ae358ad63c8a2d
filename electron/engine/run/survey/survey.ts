import type { Selection } from '../../../../shared/model/mailbox.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { MailboxStatus, UidRanges } from '../../protocol/response.ts';
import { contains, count, subtract } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import { sampleOf } from './known-messages.ts';
import { isFilter, selectUids } from './select-uids.ts';
import { type ServerView, viewServer } from './server-view.ts';

/** What the server has in one mailbox, and which of it is asked for. */
export interface Survey extends ServerView {
  readonly selected: UidRanges;
}

/**
 * Looks at the mailbox and lists the UIDs the selection asks for. Changes nothing, here or there.
 * @param told the mailbox's STATUS where LIST brought it
 * @param seen what the server has, where that was looked at already
 */
export async function survey(
  session: Session,
  box: MailboxArchive,
  kind: MessageKind,
  selection: Selection,
  told: MailboxStatus | undefined,
  seen: ServerView | undefined,
): Promise<Survey> {
  const view =
    seen ??
    (await viewServer(session, box.mailbox, box.readServerState(), told, () =>
      sampleOf(box, kind),
    ));
  if (!isFilter(selection) || view.onServer === 0) return { ...view, selected: view.uids };
  await ensureOpen(session, box.mailbox, view.uidValidity);
  return { ...view, selected: await selectUids(session, selection, view.uids) };
}

/**
 * Brings what the archive knows of its messages up to the survey: flags, and which are gone from the
 * server. To be called once the stored UIDs are those of the survey's numbering.
 * @returns how many stored messages are no longer on the server
 */
export function noteSurvey(box: MailboxArchive, { flags, uids, isWhole }: Survey): number {
  for (const [uid, now] of flags) box.updateFlags(uid, now);
  // What a server did not name although it has it is not gone.
  return box.noteServerHas(uid => !isWhole || contains(uids, uid));
}

/** The survey without messages that were removed from the server since. */
export function withoutGone(found: Survey, gone: UidRanges): Survey {
  if (gone.length === 0) return found;
  const uids = subtract(found.uids, gone);
  const onServer = found.onServer - (count(found.uids) - count(uids));
  return { ...found, onServer, uids, selected: subtract(found.selected, gone) };
}

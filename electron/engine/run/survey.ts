import type { Selection } from '../../../shared/model/mailbox.ts';
import { MailstowError } from '../errors.ts';
import type { UidRanges } from '../protocol/response.ts';
import { count, fromNumbers, union } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { openMailbox } from './open-mailbox.ts';

/** What the server has in one mailbox, and which of it is asked for. */
export interface Survey {
  readonly onServer: number;
  readonly uidValidity: number;
  readonly selected: UidRanges;
  /** Set when the server did not name as many messages as it says it has. */
  readonly discrepancy?: string;
}

/**
 * Opens the mailbox read-only and lists the UIDs the selection asks for.
 * @throws MailstowError of kind `mailbox-not-found`, `no-uidvalidity` or `no-uids`, scope mailbox
 */
export async function survey(
  session: Session,
  mailbox: string,
  selection: Selection,
): Promise<Survey> {
  const { exists, uidValidity } = await openMailbox(session, mailbox);
  if (exists === 0) return { onServer: 0, uidValidity, selected: [] };
  if (selection.unseenOnly) {
    return { onServer: exists, uidValidity, selected: await session.uidSearch({ unseen: true }) };
  }
  const selected = await allUids(session, mailbox);
  const named = count(selected);
  // New mail may come in between; only fewer is worth a word.
  const now = session.selected?.exists ?? exists;
  if (named >= now) return { onServer: now, uidValidity, selected };
  const discrepancy = `the server says that ${mailbox} has ${now} messages, but names only ${named} of them`;
  return { onServer: now, uidValidity, selected, discrepancy };
}

/** Every UID: by SEARCH, and where that fails or is capped (mail-archiver#490, webmail-lite-8#74) by FETCH. */
async function allUids(session: Session, mailbox: string): Promise<UidRanges> {
  let searched: UidRanges = [];
  try {
    searched = await session.uidSearch({ all: true });
    if (count(searched) >= (session.selected?.exists ?? 0)) return searched;
  } catch (error) {
    if (!(error instanceof MailstowError) || error.failure.scope === 'account') throw error;
  }
  const fetched: number[] = [];
  await session.uidFetch('1:*', ['UID'], ({ uid }) => {
    if (uid !== undefined) fetched.push(uid);
  });
  const all = union(searched, fromNumbers(fetched));
  if (all.length > 0) return all;
  throw new MailstowError('no-uids', 'mailbox', {
    message: `The server says that ${mailbox} has messages, but names none of them.`,
    nextStep: 'Try again later; if it stays so, tell the server’s administrator.',
    mailbox,
  });
}

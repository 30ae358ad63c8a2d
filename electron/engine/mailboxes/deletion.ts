import { requireProtocol } from '../archive/account-identity.ts';
import { ArchiveReader } from '../archive/archive-reader.ts';
import { MailstowError } from '../errors.ts';
import { count, fromNumbers, union } from '../protocol/uid-set.ts';
import { compareMailbox } from '../run/check/compare-with-server.ts';
import { openMailbox } from '../run/connection/open-mailbox.ts';
import type { Session } from '../session/session.ts';
import { removeMailbox, requireDeletable } from './change.ts';
import type { ServerMailbox } from './server-mailboxes.ts';
import { wholeMailbox } from './whole-mailbox.ts';

/** What would be lost with a mailbox on the server. */
export interface Outlook {
  /** In it on the server. */
  readonly messages: number;
  /** Of these not in the archive, whole and sound. */
  readonly notArchived: number;
}

/** How the mailbox stood when it was compared, so that what came since is noticed. */
interface Compared extends Outlook {
  readonly uidValidity: number | undefined;
  readonly uidNext: number | undefined;
}

/**
 * Looks at what deleting a mailbox would take away. Changes nothing.
 * @param folder of the account's archive; undefined where there is none to compare with
 * @param signal ends the reading of files
 * @throws MailstowError `inbox-stays`, `special-mailbox-stays`, `mailbox-has-children`, and what is wrong with the archive
 */
export async function lookBeforeDeletion(
  session: Session,
  mailbox: ServerMailbox,
  folder: string | undefined,
  signal: AbortSignal,
): Promise<Outlook> {
  const { messages, notArchived } = await look(session, mailbox, folder, signal);
  return { messages, notArchived };
}

export interface Deletion {
  /** Of the account's archive; undefined where there is none to compare with. */
  readonly folder: string | undefined;
  /** Delete it although not all of its messages are archived. */
  readonly evenIfNotArchived: boolean;
  /** Messages that the person was told of; absent where nobody was asked. */
  readonly expected?: number;
  readonly signal: AbortSignal;
}

/**
 * Deletes a mailbox on the server, once all of its messages are found in the archive; looks again for itself, and once
 * more at the last moment.
 * @returns what was in it
 * @throws MailstowError as {@link lookBeforeDeletion}; `mailbox-not-archived`, `mailbox-changed-meanwhile`
 */
export async function deleteMailbox(
  session: Session,
  mailbox: ServerMailbox,
  { folder, evenIfNotArchived, expected, signal }: Deletion,
): Promise<Outlook> {
  const { name } = mailbox;
  const args = { mailbox: name.text };
  const compared = await look(session, mailbox, folder, signal);
  const { messages, notArchived } = compared;
  if (notArchived > 0 && !evenIfNotArchived) {
    throw new MailstowError('mailbox-not-archived', {
      mailbox: name.key,
      args: { ...args, messages, missing: notArchived },
    });
  }
  const isAsExpected = expected === undefined || expected === messages;
  if (!isAsExpected || !(await stands(session, mailbox, compared))) {
    throw new MailstowError('mailbox-changed-meanwhile', { mailbox: name.key, args });
  }
  await removeMailbox(session, mailbox);
  return { messages, notArchived };
}

async function look(
  session: Session,
  mailbox: ServerMailbox,
  folder: string | undefined,
  signal: AbortSignal,
): Promise<Compared> {
  requireDeletable(mailbox);
  // A mere level of the tree holds nothing.
  if (!mailbox.canBeOpened) {
    return { messages: 0, notArchived: 0, uidValidity: undefined, uidNext: undefined };
  }
  const outlook = await compared(session, mailbox, folder, signal);
  const { uidValidity, uidNext } = session.selected ?? {};
  await session.unselect();
  return { ...outlook, uidValidity, uidNext };
}

async function compared(
  session: Session,
  { name }: ServerMailbox,
  folder: string | undefined,
  signal: AbortSignal,
): Promise<Outlook> {
  const stored = folder === undefined ? undefined : await storedIn(folder, name.key, signal);
  if (stored === undefined) {
    const { exists: messages } = await openMailbox(session, name);
    return { messages, notArchived: messages };
  }
  const comparison = await compareMailbox(session, name, stored);
  const { onServer: messages } = comparison;
  // Until a run has matched them, nobody knows which these are.
  if (comparison.outcome === 'renumbered') return { messages, notArchived: messages };
  const { notHere, notOnServer, differing } = comparison;
  const named = count(fromNumbers(stored.uids)) - count(notOnServer) + count(notHere);
  // What the server counts and does not name was never fetched.
  const unnamed = Math.max(0, messages - named);
  return { messages, notArchived: count(union(notHere, differing)) + unnamed };
}

function storedIn(folder: string, key: string, signal: AbortSignal) {
  const reader = new ArchiveReader(folder);
  requireProtocol(reader.folder, 'imap');
  return wholeMailbox(reader, key, signal);
}

/** Whether nothing came or went since it was compared, as far as the server tells. */
async function stands(
  session: Session,
  { name, canBeOpened }: ServerMailbox,
  { messages, uidValidity, uidNext }: Compared,
): Promise<boolean> {
  if (!canBeOpened) return true;
  const now = await session.status(name, ['MESSAGES', 'UIDNEXT', 'UIDVALIDITY']);
  const isSame = <Value>(before: Value | undefined, after: Value | undefined) =>
    before === undefined || after === undefined || before === after;
  return (
    now.messages === messages &&
    isSame(uidNext, now.uidNext) &&
    isSame(uidValidity, now.uidValidity)
  );
}

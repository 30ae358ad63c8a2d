import { isUidValidity } from '../../archive/renumber/uidvalidity-file.ts';
import { MailstowError } from '../../errors.ts';
import type { MailboxName } from '../../mailbox-name.ts';
import type { SelectOptions } from '../../protocol/commands/select.ts';
import type { OpenedMailbox } from '../../session/selected-mailbox.ts';
import type { Session } from '../../session/session.ts';
import { isConnectionLoss } from './retry.ts';
import { throttled } from './throttling.ts';

/** A mailbox whose numbering is known. */
export type NumberedMailbox = OpenedMailbox & { readonly uidValidity: number };

/**
 * Opens a mailbox read-only and makes sure of its UIDVALIDITY (RFC 9051 section 2.3.1.1): servers that
 * leave it out of EXAMINE (MailKit#150) are asked for it by STATUS.
 * @throws MailstowError of kind `mailbox-not-found` or `no-uidvalidity`, scope mailbox
 */
export async function openMailbox(
  session: Session,
  name: MailboxName,
  options: SelectOptions = {},
): Promise<NumberedMailbox> {
  const { key: mailbox } = name;
  const opened = await quirkHangsUpOnOpening(mailbox, session.examine(name, options));
  const { uidValidity } = opened;
  if (isNumbering(uidValidity)) return { ...opened, uidValidity };
  const status = await session.status(name, ['UIDVALIDITY']).catch(error => {
    const isRefused = error instanceof MailstowError && error.failure.scope === 'mailbox';
    if (!isRefused || throttled(error.failure) !== undefined) throw error;
    return undefined;
  });
  const told = status?.uidValidity;
  if (!isNumbering(told)) {
    const number = told ?? uidValidity;
    throw number === undefined
      ? new MailstowError('no-uidvalidity', { args: { mailbox }, mailbox })
      : new MailstowError('bad-uidvalidity', { args: { mailbox, number }, mailbox });
  }
  return { ...opened, uidValidity: told };
}

function isNumbering(told: number | undefined): told is number {
  return told !== undefined && isUidValidity(told);
}

/**
 * Zimbra says BYE and hangs up over a shared folder that is locked: when that happens each time, it is
 * the end for this mailbox and not for the account.
 */
async function quirkHangsUpOnOpening<T>(mailbox: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    const isFarewell = error instanceof MailstowError && error.failure.serverText !== undefined;
    if (!isFarewell || !isConnectionLoss(error.failure)) throw error;
    throw new MailstowError({ ...error.failure, scope: 'mailbox', mailbox }, { cause: error });
  }
}

/**
 * Opens the mailbox where it is not open yet, on a connection made again for instance.
 * @throws MailstowError of scope mailbox when its numbering is not the expected one any more
 */
export async function ensureOpen(
  session: Session,
  name: MailboxName,
  uidValidity: number,
): Promise<void> {
  const { key: mailbox } = name;
  if (session.selected?.mailbox === mailbox) return;
  const opened = await openMailbox(session, name);
  if (opened.uidValidity === uidValidity) return;
  throw new MailstowError('renumbered-during-run', { args: { mailbox }, mailbox });
}

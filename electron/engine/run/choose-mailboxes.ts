import type { MailboxChoice, MailboxPatterns } from '../../../shared/model/run.ts';
import { MailstowError } from '../errors.ts';
import type { Session } from '../session/session.ts';
import { type AccountMailbox, listAccount, listNamed } from './list-mailboxes.ts';
import { canBeOpened, fitsPattern, hasUse } from './mailbox-pattern.ts';
import type { KnownNames } from './name-mailboxes.ts';

/**
 * The mailboxes to archive: in the server's order, but where one holds the others' messages, that one
 * first, then what it usually leaves out.
 * @param known what the archive remembers of names
 * @param warn told of patterns that no mailbox fits
 * @throws MailstowError of kind `mailbox-not-found`, scope account, when there is nothing to archive
 */
export async function chooseMailboxes(
  session: Session,
  choice: MailboxChoice,
  known: KnownNames,
  warn: (message: string) => void,
): Promise<AccountMailbox[]> {
  if (isNamed(choice)) return allMailFirst(await listNamed(session, choice, known));
  const patterns = choice === 'all' ? {} : choice;
  const listed = await listAccount(session, patterns.includeShared ?? false, known);
  const openable = listed.mailboxes.filter(mailbox => canBeOpened(mailbox));
  if (openable.length === 0) throw nothingListed();
  for (const pattern of [...(patterns.include ?? []), ...(patterns.exclude ?? [])]) {
    const isUsed = openable.some(mailbox => fitsPattern(mailbox, pattern));
    if (!isUsed) warn(`no mailbox of the account fits "${pattern}"`);
  }
  const chosen = openable.filter(mailbox => isChosen(mailbox, patterns));
  if (chosen.length === 0) throw nothingChosen();
  return allMailFirst(chosen);
}

/** True for the mailbox that holds the messages of all others (RFC 6154 section 2). */
export function isAllMail(mailbox: AccountMailbox): boolean {
  return hasUse(mailbox, '\\All');
}

/** True for what a mailbox of all mail usually does not hold. */
export function isUsuallyApart(mailbox: AccountMailbox): boolean {
  return hasUse(mailbox, '\\Junk') || hasUse(mailbox, '\\Trash');
}

function isNamed(choice: MailboxChoice): choice is readonly string[] {
  return Array.isArray(choice);
}

function isChosen(mailbox: AccountMailbox, patterns: MailboxPatterns): boolean {
  const { include, exclude, excludeNames } = patterns;
  if (excludeNames?.includes(mailbox.name.key)) return false;
  const fits = (pattern: string) => fitsPattern(mailbox, pattern);
  return (include === undefined || include.some(fits)) && !exclude?.some(fits);
}

function allMailFirst(mailboxes: readonly AccountMailbox[]): AccountMailbox[] {
  if (!mailboxes.some(isAllMail)) return [...mailboxes];
  const rank = (mailbox: AccountMailbox) =>
    isAllMail(mailbox) ? 0 : isUsuallyApart(mailbox) ? 1 : 2;
  return mailboxes.toSorted((a, b) => rank(a) - rank(b));
}

function nothingListed(): MailstowError {
  return new MailstowError('mailbox-not-found', 'account', {
    message: 'The server lists no mailbox that can be opened.',
    nextStep: 'This can pass: run it again in a few minutes. Nothing was changed.',
  });
}

function nothingChosen(): MailstowError {
  return new MailstowError('mailbox-not-found', 'account', {
    message: 'No mailbox of the account fits the choice.',
    nextStep: 'Check the patterns of what is to be archived and of what is to be left out.',
  });
}

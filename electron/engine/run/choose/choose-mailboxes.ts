import { failureOf } from '../../../../shared/i18n/failure-of.ts';
import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Failure } from '../../../../shared/model/failure.ts';
import type { OtherMailbox, OtherReason } from '../../../../shared/model/mailbox.ts';
import type { MailboxChoice, MailboxPatterns } from '../../../../shared/model/run.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import { MailstowError } from '../../errors.ts';
import { type MailboxName, mailboxName } from '../../mailbox-name.ts';
import type { Session } from '../../session/session.ts';
import { countMessages } from './count-messages.ts';
import {
  type AccountListing,
  type AccountMailbox,
  listAccount,
  listNamed,
} from './list-mailboxes.ts';
import { canBeOpened, fitsPattern, hasUse } from './mailbox-pattern.ts';
import type { KnownNames } from './name-mailboxes.ts';

/** What the archive knows of mailboxes. */
export interface HeldMailboxes extends KnownNames {
  has(key: string): boolean;
  names(): Iterable<string>;
  delimiterOf(key: string): string | null | undefined;
}

export interface ChosenMailboxes {
  /**
   * To archive: in the server's order, but where one holds the others' messages, that one first, then what
   * it usually leaves out.
   */
  readonly mailboxes: readonly AccountMailbox[];
  /** Not to be archived, each with its reason. */
  readonly others: readonly OtherMailbox[];
  /** Mailboxes that the archive holds and the server does not list. */
  readonly unlisted: readonly MailboxName[];
  /** What LIST said and nobody could read. */
  readonly problems: readonly Failure[];
}

/**
 * Chooses from the account's mailboxes; what is not chosen is told of.
 * @param held what the archive knows
 * @param warn told of patterns that no mailbox fits
 * @throws MailstowError of kind `mailbox-not-found`, scope account, when there is nothing to archive
 */
export async function chooseMailboxes(
  session: Session,
  choice: MailboxChoice,
  held: HeldMailboxes,
  warn: (warning: Warning) => void,
): Promise<ChosenMailboxes> {
  if (isNamed(choice)) {
    const mailboxes = allMailFirst(await listNamed(session, choice, held));
    return { mailboxes, others: [], unlisted: [], problems: [] };
  }
  const patterns = choice === 'all' ? {} : choice;
  const listed = await listAccount(session, patterns.includeShared ?? false, held);
  const openable = listed.mailboxes.filter(canBeOpened);
  if (openable.length === 0) throw nothingListed();
  for (const pattern of [...(patterns.include ?? []), ...(patterns.exclude ?? [])]) {
    const isUsed = openable.some(mailbox => fitsPattern(mailbox, pattern));
    if (!isUsed) warn(warningOf('pattern-unused', { args: { pattern } }));
  }
  const chosen = openable.filter(mailbox => isChosen(mailbox, patterns, held));
  if (chosen.length === 0) throw nothingChosen();
  const leftOut = openable.filter(mailbox => !mailbox.isAssumed && !chosen.includes(mailbox));
  return {
    mailboxes: allMailFirst(chosen),
    others: [
      ...(await counted(session, leftOut, 'left-out')),
      ...(await counted(session, listed.shared.filter(canBeOpened), 'shared')),
      ...Array.from({ length: listed.nameless }, () => nameless),
      ...listed.unreadable.map(() => unreadable),
    ],
    unlisted: unlistedOf(held, listed),
    problems: listed.unreadable.map(notListed),
  };
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

function isChosen(
  mailbox: AccountMailbox,
  { include, exclude, excludeNames, excludeNewUses }: MailboxPatterns,
  held: HeldMailboxes,
): boolean {
  const { key } = mailbox.name;
  if (excludeNames?.includes(key)) return false;
  if (!held.has(key) && excludeNewUses?.some(use => hasUse(mailbox, use))) return false;
  const fits = (pattern: string) => fitsPattern(mailbox, pattern);
  return (include === undefined || include.some(fits)) && !exclude?.some(fits);
}

const nameless: OtherMailbox = { mailbox: '', reason: 'nameless' };
const unreadable: OtherMailbox = { mailbox: '', reason: 'unreadable' };

async function counted(
  session: Session,
  mailboxes: readonly AccountMailbox[],
  reason: OtherReason,
): Promise<OtherMailbox[]> {
  const counts = await countMessages(session, mailboxes);
  return mailboxes.map(({ name }, index) => {
    const messages = counts[index];
    return { mailbox: name.key, reason, ...(messages !== undefined && { messages }) };
  });
}

/** What the archive holds and neither the account's own list nor that of others names. */
function unlistedOf(held: HeldMailboxes, { mailboxes, shared }: AccountListing): MailboxName[] {
  const listed = new Set([...mailboxes, ...shared].map(({ name }) => name.key));
  const gone = [...held.names()].filter(key => !listed.has(key));
  return gone.map(key => mailboxName(key, held.delimiterOf(key)));
}

function allMailFirst(mailboxes: readonly AccountMailbox[]): AccountMailbox[] {
  if (!mailboxes.some(isAllMail)) return [...mailboxes];
  const rank = (mailbox: AccountMailbox) =>
    isAllMail(mailbox) ? 0 : isUsuallyApart(mailbox) ? 1 : 2;
  return mailboxes.toSorted((a, b) => rank(a) - rank(b));
}

function notListed(line: string): Failure {
  return failureOf('mailbox-line-unreadable', { serverText: line });
}

function nothingListed(): MailstowError {
  return new MailstowError('no-mailboxes');
}

function nothingChosen(): MailstowError {
  return new MailstowError('no-mailbox-fits');
}

import { canonicalText, type MailboxName, mailboxName } from '../../mailbox-name.ts';
import type { MailboxStatus, NamespaceResponse } from '../../protocol/response.ts';
import type { ListedMailbox, Listing, Session } from '../../session/session.ts';
import { isFinalRefusal } from '../connection/final-refusal.ts';
import { optional } from '../connection/optional.ts';
import { type KnownNames, nameMailboxes } from './name-mailboxes.ts';
import { isOwn } from './own-mailboxes.ts';

/** A mailbox of the server. */
export interface AccountMailbox {
  readonly name: MailboxName;
  /** As sent, for instance `\Noselect`, `\Sent`. */
  readonly attributes: readonly string[];
  /** What LIST told of it on the way, where the server does that. */
  readonly status?: MailboxStatus;
  /** No LIST names it; INBOX is there all the same (RFC 9051 section 5.1). */
  readonly isAssumed?: boolean;
}

export interface AccountListing {
  /** The account's own, in the order of the server; with those of others where they were asked for. */
  readonly mailboxes: readonly AccountMailbox[];
  /** Mailboxes of other users and shared ones that were not asked for (RFC 2342). */
  readonly shared: readonly AccountMailbox[];
  /** Entries of LIST with an empty name: there is nothing to open them by. */
  readonly nameless: number;
  /** How lines of LIST begin that could not be read. */
  readonly unreadable: readonly string[];
}

/**
 * Every mailbox of the account. An empty list can be transient (Bichon#130), so it is asked for again.
 * @param withShared also those of other users and shared ones, as far as the server lists them
 */
export async function listAccount(
  session: Session,
  withShared: boolean,
  known?: KnownNames,
): Promise<AccountListing> {
  const [namespaces, first] = await Promise.all([namespacesOf(session), session.list()]);
  const whole = isEmpty(first) ? await session.list() : first;
  const parts = [whole];
  for (const { prefix } of [...namespaces.otherUsers, ...namespaces.shared]) {
    // Servers differ in whether `*` reaches into these.
    if (withShared && prefix !== '') parts.push(await session.list(`${prefix}*`));
  }
  const listed = parts.flatMap(({ mailboxes }) => mailboxes);
  const named = nameAll(
    listed.filter(({ rawName }) => rawName !== ''),
    known,
  );
  const isAsked = ({ name }: AccountMailbox) => withShared || isOwn(name.text, namespaces);
  return {
    mailboxes: withInbox(named.filter(isAsked)),
    shared: named.filter(mailbox => !isAsked(mailbox)),
    nameless: listed.filter(({ rawName }) => rawName === '').length,
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
  };
}

/**
 * Mailboxes by name, with the hierarchy separator that the server tells of each. One that the server
 * does not list may still open.
 */
export async function listNamed(
  session: Session,
  texts: readonly string[],
  known?: KnownNames,
): Promise<AccountMailbox[]> {
  const mailboxes: AccountMailbox[] = [];
  for (const text of new Set(texts.map(canonicalText))) {
    mailboxes.push(await named(session, text, known));
  }
  return mailboxes;
}

async function named(session: Session, text: string, known?: KnownNames): Promise<AccountMailbox> {
  // INBOX is INBOX whatever the separator, and needs no round trip.
  if (text === 'INBOX') return { name: mailboxName(text), attributes: [] };
  const isSame = ({ name }: AccountMailbox) => name.text.normalize() === text.normalize();
  const found = nameAll(await listed(session, text), known).find(isSame);
  if (found !== undefined) return found;
  // The separator of any other mailbox is most likely that of this one.
  const [other] = await listed(session, '%');
  return { name: mailboxName(text, other?.delimiter ?? null), attributes: [] };
}

/** Each mailbox once, however often it was listed: the last line tells of it. */
function nameAll(listed: readonly ListedMailbox[], known?: KnownNames): AccountMailbox[] {
  const byRaw = new Map<string, ListedMailbox>();
  for (const mailbox of listed) {
    byRaw.set(mailbox.mailbox === 'INBOX' ? 'INBOX' : mailbox.rawName, mailbox);
  }
  const mailboxes = [...byRaw.values()];
  const names = nameMailboxes(mailboxes, known);
  return mailboxes.flatMap(({ attributes, status }, index) => {
    const name = names[index];
    return name === undefined ? [] : { name, attributes, ...(status && { status }) };
  });
}

function withInbox(mailboxes: readonly AccountMailbox[]): readonly AccountMailbox[] {
  const [first] = mailboxes;
  if (first === undefined || mailboxes.some(({ name }) => name.key === 'INBOX')) return mailboxes;
  const name = mailboxName('INBOX', first.name.delimiter);
  return [{ name, attributes: [], isAssumed: true }, ...mailboxes];
}

async function listed(session: Session, pattern: string): Promise<readonly ListedMailbox[]> {
  const { mailboxes } = await orIfRefused(session.list(pattern), { mailboxes: [], unreadable: [] });
  return mailboxes;
}

function isEmpty({ mailboxes, unreadable }: Listing): boolean {
  return mailboxes.length + unreadable.length === 0;
}

function namespacesOf(session: Session): Promise<NamespaceResponse> {
  const unknown = { kind: 'namespace', personal: [], otherUsers: [], shared: [] } as const;
  return optional(session.namespace(), unknown).then(withPersonal);
}

/** A server may leave out the account's own: then every mailbox is, but for those below another's prefix. */
function withPersonal(namespaces: NamespaceResponse): NamespaceResponse {
  const whole = { prefix: '', delimiter: null };
  return namespaces.personal.length > 0 ? namespaces : { ...namespaces, personal: [whole] };
}

async function orIfRefused<T>(answer: Promise<T>, instead: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isFinalRefusal(error)) return instead;
    throw error;
  }
}

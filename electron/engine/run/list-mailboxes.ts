import type { NamespaceResponse } from '../protocol/response.ts';
import type { ListedMailbox, Session } from '../session/session.ts';
import { isFinalRefusal } from './final-refusal.ts';
import { isOwn } from './own-mailboxes.ts';

export type ChosenMailbox = Pick<ListedMailbox, 'mailbox' | 'delimiter' | 'attributes' | 'status'>;

/**
 * Every mailbox of the account, each once. An empty list can be transient (Bichon#130), so it is asked
 * for again.
 * @param withShared also those of other users and shared ones, as far as the server lists them
 */
export async function listAccount(
  session: Session,
  withShared: boolean,
  warn: (message: string) => void,
): Promise<readonly ListedMailbox[]> {
  const [namespaces, listed] = await Promise.all([namespacesOf(session), session.list()]);
  const own = listed.length > 0 ? listed : await session.list();
  if (!withShared)
    return once(
      own.filter(({ mailbox }) => isOwn(mailbox, namespaces)),
      warn,
    );
  const more: ListedMailbox[] = [];
  for (const { prefix } of [...namespaces.otherUsers, ...namespaces.shared]) {
    // Servers differ in whether `*` reaches into these.
    if (prefix !== '') more.push(...(await session.list(`${prefix}*`)));
  }
  return once([...own, ...more], warn);
}

/**
 * Mailboxes by name, with the hierarchy separator that the server tells of each. One that the server
 * does not list may still open.
 */
export async function listNamed(
  session: Session,
  names: readonly string[],
): Promise<ChosenMailbox[]> {
  const mailboxes: ChosenMailbox[] = [];
  for (const name of new Set(names.map(canonical))) mailboxes.push(await named(session, name));
  return mailboxes;
}

async function named(session: Session, name: string): Promise<ChosenMailbox> {
  // INBOX is INBOX whatever the separator, and needs no round trip.
  if (name === 'INBOX') return { mailbox: name, delimiter: null, attributes: [] };
  const isSame = ({ mailbox }: ListedMailbox) => mailbox.normalize() === name.normalize();
  const found = (await listed(session, name)).find(isSame);
  if (found !== undefined) return found;
  // The separator of any other mailbox is most likely that of this one.
  const [other] = await listed(session, '%');
  return { mailbox: name, delimiter: other?.delimiter ?? null, attributes: [] };
}

async function listed(session: Session, pattern: string): Promise<readonly ListedMailbox[]> {
  return orIfRefused(session.list(pattern), []);
}

function namespacesOf(session: Session): Promise<NamespaceResponse> {
  const unknown = { kind: 'namespace', personal: [], otherUsers: [], shared: [] } as const;
  return orIfRefused(session.namespace(), unknown);
}

async function orIfRefused<T>(answer: Promise<T>, instead: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isFinalRefusal(error)) return instead;
    throw error;
  }
}

/** Octets that are not of one encoding can make one name of two mailboxes. */
function once(
  mailboxes: readonly ListedMailbox[],
  warn: (message: string) => void,
): ListedMailbox[] {
  const byName = new Map<string, ListedMailbox>();
  for (const listed of mailboxes) {
    const { mailbox, rawName } = listed;
    const other = byName.get(mailbox);
    if (other !== undefined && other.rawName !== rawName && mailbox !== 'INBOX') {
      warn(`the server has two mailboxes called ${mailbox}; only the last of them is archived`);
    }
    byName.set(mailbox, listed);
  }
  return [...byName.values()];
}

/** INBOX is the one name without case (RFC 9051 section 5.1). */
function canonical(mailbox: string): string {
  return mailbox.toUpperCase() === 'INBOX' ? 'INBOX' : mailbox;
}

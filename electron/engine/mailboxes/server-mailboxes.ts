import { type MailboxName, mailboxName } from '../mailbox-name.ts';
import { tellSizes } from '../run/choose/count-messages.ts';
import { type AccountMailbox, listAccount } from '../run/choose/list-mailboxes.ts';
import { canBeOpened, hasUse } from '../run/choose/mailbox-pattern.ts';
import { type KnownNames, nameMailboxes } from '../run/choose/name-mailboxes.ts';
import { optional } from '../run/connection/optional.ts';
import type { Session } from '../session/session.ts';
import type { NameSpace } from './new-name.ts';

/** A mailbox as it is on the server now. */
export interface ServerMailbox extends AccountMailbox {
  /** False for a mere level of the tree. */
  readonly canBeOpened: boolean;
  /** What mail programs use it for, as the server says. */
  readonly use?: SpecialUse;
  readonly isSubscribed: boolean;
  readonly hasChildren: boolean;
  /** Absent where the server does not tell, and of what cannot be opened. */
  readonly messages?: number;
  readonly bytes?: number;
}

export interface ServerMailboxes extends NameSpace {
  /** The account's own, in the order of the server. */
  readonly mailboxes: readonly ServerMailbox[];
  /** Subscribed names of which there is no mailbox (any more). */
  readonly lost: readonly MailboxName[];
}

const specialUses = ['all', 'archive', 'drafts', 'flagged', 'junk', 'sent', 'trash'] as const;
type SpecialUse = (typeof specialUses)[number];

/**
 * The account's own mailboxes with counts, sizes and subscriptions; subscriptions that the server does not tell are none.
 * @param known what the archive remembers of names
 */
export async function listOnServer(session: Session, known?: KnownNames): Promise<ServerMailboxes> {
  const [{ mailboxes, shared }, subscribed, namespaces] = await Promise.all([
    listAccount(session, false, known),
    optional(session.subscribed(), []),
    optional(session.namespace(), undefined),
  ]);
  const openable = mailboxes.filter(canBeOpened);
  const told = await tellSizes(session, openable);
  const sizes = new Map(openable.map((mailbox, index) => [mailbox, told[index]]));
  const raws = new Set(subscribed.map(spelling));
  const hasChildren = childrenAmong(mailboxes);
  // Of those that others share the subscriptions are told too.
  const there = new Set([...mailboxes, ...shared].map(({ name }) => spelling(name)));
  const [personal] = namespaces?.personal ?? [];
  return {
    mailboxes: mailboxes.map(mailbox => {
      const use = specialUses.find(each => hasUse(mailbox, `\\${each}`));
      return {
        ...mailbox,
        canBeOpened: canBeOpened(mailbox),
        ...(use !== undefined && { use }),
        isSubscribed: raws.has(spelling(mailbox.name)),
        hasChildren: hasChildren(mailbox),
        ...sizes.get(mailbox),
      };
    }),
    lost: nameMailboxes(
      subscribed.filter(each => !there.has(spelling(each))),
      known,
    ),
    delimiter: personal?.delimiter ?? delimiterOf(mailboxes),
    prefix: personal?.prefix ?? '',
  };
}

/** @returns undefined where the server does not list it */
export function findOnServer(
  { mailboxes }: Pick<ServerMailboxes, 'mailboxes'>,
  key: string,
): ServerMailbox | undefined {
  const wanted = mailboxName(key).key.normalize();
  return mailboxes.find(({ name }) => name.key.normalize() === wanted);
}

/** By its bytes; INBOX has one spelling. */
function spelling(name: {
  readonly text?: string;
  readonly mailbox?: string;
  readonly raw?: string;
  readonly rawName?: string;
}): string {
  const text = name.text ?? name.mailbox ?? '';
  return text === 'INBOX' ? text : (name.rawName ?? name.raw ?? text);
}

/** Tells whether there is anything below a mailbox, in as many steps as a search in a sorted list takes. */
function childrenAmong(all: readonly AccountMailbox[]): (mailbox: AccountMailbox) => boolean {
  const names = all.map(({ name }) => name.text).sort();
  return ({ name: { text, delimiter } }) => {
    if (delimiter === null) return false;
    const begin = text + delimiter;
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((names[middle] ?? '') < begin) low = middle + 1;
      else high = middle;
    }
    return names[low]?.startsWith(begin) === true;
  };
}

function delimiterOf(mailboxes: readonly AccountMailbox[]): string | null {
  return mailboxes.find(({ name }) => name.delimiter !== null)?.name.delimiter ?? null;
}

import { MailstowError } from '../errors.ts';
import type { MailboxName } from '../mailbox-name.ts';
import { isUnanswered } from '../session/refusal.ts';
import type { Session } from '../session/session.ts';
import type { Memory } from './memory.ts';
import type { News } from './news.ts';

/** How many questions are sent before the first is answered. */
const atOnce = 20;

/**
 * Asks for the counts of all mailboxes: one question where LIST answers it, else one a mailbox.
 * @param isAll the account's list is what was chosen from, so that a mailbox that is new is news
 */
export async function askRest(
  session: Session,
  memory: Memory,
  news: News,
  isAll: boolean,
): Promise<void> {
  if (isAll && session.offers('LIST-STATUS')) {
    const { mailboxes } = await session.list();
    const openable = mailboxes.filter(({ attributes }) => !attributes.some(isClosed));
    for (const mailbox of openable) {
      if (mailbox.status !== undefined) note(memory, news, mailbox, mailbox.status);
      if (!memory.knows(mailbox)) news.whole();
    }
    // An empty list can be transient.
    if (mailboxes.length > 0 && memory.misses(mailboxes)) news.whole();
    return;
  }
  // Of the one that is open the server tells by itself (RFC 9051 section 6.3.11).
  const names = memory.names.filter(({ key }) => key !== session.selected?.mailbox);
  for (let from = 0; from < names.length; from += atOnce) {
    await Promise.all(
      names.slice(from, from + atOnce).map(name => askOne(session, memory, news, name)),
    );
  }
}

export function note(
  memory: Memory,
  news: News,
  named: Parameters<Memory['hear']>[0],
  status: Parameters<Memory['hear']>[1],
): void {
  const heard = memory.hear(named, status);
  if (heard === undefined) return;
  if (heard.what === 'arrived') news.arrived(heard.key);
  else news.changed(heard.key);
}

async function askOne(
  session: Session,
  memory: Memory,
  news: News,
  name: MailboxName,
): Promise<void> {
  try {
    const status = await session.status(name);
    note(memory, news, { mailbox: name.text, rawName: name.raw ?? name.text }, status);
  } catch (error) {
    // One that cannot be asked for now is looked at with the next whole round.
    const isOfMailbox = isUnanswered(error) || isMissing(error);
    if (!isOfMailbox) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof MailstowError && error.failure.scope === 'mailbox';
}

function isClosed(attribute: string): boolean {
  return /^\\(Noselect|NonExistent)$/i.test(attribute);
}

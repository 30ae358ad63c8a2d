import { MailstowError } from '../errors.ts';
import type { MailboxName } from '../mailbox-name.ts';
import type { Refusal } from '../session/refusal.ts';
import { wordsOf } from '../session/server-words.ts';
import type { Session } from '../session/session.ts';
import { create, remove, rename, subscribe, unsubscribe } from './commands.ts';
import type { ServerMailbox } from './server-mailboxes.ts';

/*
 * What a person can have changed of the mailboxes on the server. Each verb does what its name says once and is never
 * repeated: after a lost connection nobody knows whether it was done.
 */

/** @throws MailstowError `mailbox-exists`, `mailbox-change-refused` with the server's words */
export async function createMailbox(session: Session, name: MailboxName): Promise<void> {
  await session.carryOut(create(name), refusalFor(name));
}

/**
 * Renames a mailbox, and with it all that is below. What is subscribed stays so under the new name.
 * @param all the mailboxes of the server
 * @throws MailstowError `inbox-stays`, `special-mailbox-stays`, `mailbox-into-itself`, `mailbox-exists`,
 *   `mailbox-change-refused`
 */
export async function renameMailbox(
  session: Session,
  mailbox: ServerMailbox,
  to: MailboxName,
  all: readonly ServerMailbox[],
): Promise<void> {
  requireOrdinary(mailbox);
  const { name } = mailbox;
  if (to.text === name.text) return;
  const below = belowOf(mailbox, all);
  if (name.delimiter !== null && to.text.startsWith(name.text + name.delimiter)) {
    throw new MailstowError('mailbox-into-itself', {
      mailbox: name.key,
      args: { mailbox: name.text },
    });
  }
  const special = below.find(each => each.use !== undefined);
  if (special !== undefined) requireOrdinary(special);
  await session.carryOut(rename(name, to), refusalFor(to));
  for (const each of [mailbox, ...below]) {
    if (!each.isSubscribed) continue;
    await setSubscribed(session, renamed(each.name, name, to), true);
    await setSubscribed(session, each.name, false);
  }
}

/** @throws MailstowError `mailbox-change-refused` with the server's words */
export async function setSubscribed(
  session: Session,
  name: MailboxName,
  isSubscribed: boolean,
): Promise<void> {
  await session.carryOut(isSubscribed ? subscribe(name) : unsubscribe(name), refusalFor(name));
}

/** Deletes a mailbox with all that is in it; {@link requireDeletable} and the comparison come before. */
export async function removeMailbox(session: Session, mailbox: ServerMailbox): Promise<void> {
  const { name, isSubscribed } = mailbox;
  await session.carryOut(remove(name), refusalFor(name));
  // Else the name would stay in the list of what mail programs show. Done is done, whatever comes of this.
  if (isSubscribed) await setSubscribed(session, name, false).catch(() => undefined);
}

/** @throws MailstowError `inbox-stays`, `special-mailbox-stays`, `mailbox-has-children` */
export function requireDeletable(mailbox: ServerMailbox): void {
  requireOrdinary(mailbox);
  if (!mailbox.hasChildren) return;
  const { key, text } = mailbox.name;
  throw new MailstowError('mailbox-has-children', { mailbox: key, args: { mailbox: text } });
}

function requireOrdinary({ name, use }: ServerMailbox): void {
  if (name.text === 'INBOX') throw new MailstowError('inbox-stays', { mailbox: name.key });
  if (use === undefined) return;
  throw new MailstowError('special-mailbox-stays', {
    mailbox: name.key,
    args: { mailbox: name.text },
  });
}

function belowOf({ name }: ServerMailbox, all: readonly ServerMailbox[]): ServerMailbox[] {
  const { delimiter, text } = name;
  if (delimiter === null) return [];
  return all.filter(each => each.name.text.startsWith(text + delimiter));
}

/** The name of a mailbox after it, or one above it, got another. */
function renamed(name: MailboxName, from: MailboxName, to: MailboxName): MailboxName {
  const text = to.text + name.text.slice(from.text.length);
  return { text, key: text, delimiter: name.delimiter };
}

const refusalFor =
  ({ key, text }: MailboxName): Refusal =>
  (_command, completion) => {
    // RFC 5530 section 3.
    const exists = completion.code?.name === 'ALREADYEXISTS';
    const isMissing = completion.code?.name === 'NONEXISTENT';
    const code = exists
      ? 'mailbox-exists'
      : isMissing
        ? 'mailbox-missing'
        : 'mailbox-change-refused';
    return new MailstowError(code, {
      mailbox: key,
      args: { mailbox: text },
      serverText: wordsOf(completion),
    });
  };

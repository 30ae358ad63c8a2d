import type { RunRequest } from '../../../shared/model/run.ts';
import { MailstowError } from '../errors.ts';
import type { ListedMailbox, Session } from '../session/session.ts';

export type ChosenMailbox = Pick<ListedMailbox, 'mailbox' | 'delimiter' | 'status'>;

/** The mailboxes to archive, in the server's order. */
export async function chooseMailboxes(
  session: Session,
  { mailboxes }: RunRequest,
): Promise<ChosenMailbox[]> {
  if (mailboxes !== 'all') {
    return mailboxes.map(mailbox => ({ mailbox: canonical(mailbox), delimiter: null }));
  }
  const listed = await session.list();
  const selectable = listed.filter(isSelectable);
  if (selectable.length > 0) return selectable;
  throw new MailstowError('mailbox-not-found', 'account', {
    message: 'The server lists no mailbox at all.',
    nextStep: 'This can pass: run it again in a few minutes. Nothing was changed.',
  });
}

function isSelectable({ attributes }: ListedMailbox): boolean {
  return !attributes.some(attribute => /^\\(noselect|nonexistent)$/i.test(attribute));
}

/** INBOX is the one name without case (RFC 9051 section 5.1). */
function canonical(mailbox: string): string {
  return mailbox.toUpperCase() === 'INBOX' ? 'INBOX' : mailbox;
}

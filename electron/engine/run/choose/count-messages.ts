import { MailstowError } from '../../errors.ts';
import type { Session } from '../../session/session.ts';
import type { AccountMailbox } from './list-mailboxes.ts';

/** More would keep the person waiting on servers that tell one mailbox at a time; the rest has no count. */
const mostAsked = 500;

/**
 * How many messages mailboxes hold: as LIST told, else by STATUS, sent together.
 * @returns in the same order; undefined where the server does not say
 */
export function countMessages(
  session: Session,
  mailboxes: readonly AccountMailbox[],
): Promise<(number | undefined)[]> {
  let asked = 0;
  return Promise.all(
    mailboxes.map(async ({ name, status }) => {
      if (status?.messages !== undefined) return status.messages;
      if (asked++ >= mostAsked) return undefined;
      try {
        return (await session.status(name, ['MESSAGES'])).messages;
      } catch (error) {
        if (error instanceof MailstowError && error.failure.scope === 'mailbox') return undefined;
        throw error;
      }
    }),
  );
}

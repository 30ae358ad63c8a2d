import type { MailboxSize } from '../../../../shared/model/run.ts';
import { MailstowError } from '../../errors.ts';
import type { StatusItem } from '../../protocol/commands/status.ts';
import type { MailboxStatus } from '../../protocol/response.ts';
import type { Session } from '../../session/session.ts';
import type { AccountMailbox } from './list-mailboxes.ts';

/** More would keep the person waiting on servers that tell one mailbox at a time; the rest has no count. */
const mostAsked = 500;

/**
 * How many messages mailboxes hold: as LIST told, else by STATUS, sent together.
 * @returns in the same order; undefined where the server does not say
 */
export async function countMessages(
  session: Session,
  mailboxes: readonly AccountMailbox[],
): Promise<(number | undefined)[]> {
  const told = await statusOf(session, mailboxes, ['MESSAGES']);
  return told.map(status => status?.messages);
}

/** The same with their bytes, where the server adds them up itself (RFC 8438). */
export async function tellSizes(
  session: Session,
  mailboxes: readonly AccountMailbox[],
): Promise<MailboxSize[]> {
  const tells = session.capabilities.has('STATUS=SIZE');
  const told = await statusOf(session, mailboxes, tells ? ['MESSAGES', 'SIZE'] : ['MESSAGES']);
  return told.map(status => (status?.messages === 0 ? { messages: 0, bytes: 0 } : sizeOf(status)));
}

/** What a STATUS tells of how much there is; a size beyond all sense is none. */
export function sizeOf({ messages, size }: MailboxStatus = {}): MailboxSize {
  const bytes = Number(size);
  return {
    ...(messages !== undefined && { messages }),
    ...(size !== undefined && Number.isSafeInteger(bytes) && { bytes }),
  };
}

function statusOf(
  session: Session,
  mailboxes: readonly AccountMailbox[],
  items: readonly StatusItem[],
): Promise<(MailboxStatus | undefined)[]> {
  let asked = 0;
  return Promise.all(
    mailboxes.map(async ({ name, status }) => {
      if (status?.messages !== undefined) return status;
      if (asked++ >= mostAsked) return undefined;
      try {
        return await session.status(name, items);
      } catch (error) {
        if (error instanceof MailstowError && error.failure.scope === 'mailbox') return undefined;
        throw error;
      }
    }),
  );
}

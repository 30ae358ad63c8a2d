import type { MailboxSize, RunRequest } from '../../../../shared/model/run.ts';
import type { Line } from '../connection/reconnecting-session.ts';
import { countBytes } from './count-bytes.ts';
import { sizeOf } from './count-messages.ts';
import type { AccountMailbox } from './list-mailboxes.ts';

/** Whether sizes that the server does not add up are worth a question: nobody fetches the bytes where headers will do. */
export function countsBytes({ countFirst = false, selection }: RunRequest): boolean {
  return countFirst && !selection.headersOnly;
}

/**
 * How much mailboxes hold, so that the time a run takes can be told from its first message on: as LIST told, else
 * counted message by message.
 * @param isCounted of a mailbox that is new to the archive: of others there is little to fetch, and a run with
 *   nothing to do stays a few round trips
 * @returns in the same order
 */
export async function knownSizes(
  line: Line,
  mailboxes: readonly AccountMailbox[],
  isCounted: (mailbox: AccountMailbox) => boolean,
): Promise<MailboxSize[]> {
  const counted = new Map<string, number>();
  const untold = mailboxes.filter(({ status }) => status?.size === undefined);
  if (untold.some(isCounted)) {
    await line.run(session =>
      countBytes(session, untold, ({ name }, bytes) => counted.set(name.key, bytes)),
    );
  }
  return mailboxes.map(({ name, status }) => {
    const told = sizeOf(status);
    const bytes = told.bytes ?? counted.get(name.key);
    return { ...told, ...(bytes !== undefined && { bytes }) };
  });
}

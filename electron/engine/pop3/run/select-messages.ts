import type { Selection } from '../../../../shared/model/mailbox.ts';
import type { DropMessage } from './maildrop.ts';

/** Whether the day of arrival is asked about, which only the header tells. */
export function looksAtDates({ receivedSince, receivedBefore }: Selection): boolean {
  return (receivedSince ?? receivedBefore) !== undefined;
}

/**
 * The messages that the selection asks for, by the server's sizes and the day of arrival in UTC. What is not told leaves
 * no message out.
 * @param arrivedAt milliseconds since 1970 UTC
 */
export function selectMessages(
  messages: readonly DropMessage[],
  { receivedSince, receivedBefore, largerThan, smallerThan }: Selection,
  arrivedAt: (message: DropMessage) => number | undefined,
): DropMessage[] {
  return messages.filter(message => {
    const { size } = message;
    if (largerThan !== undefined && size <= largerThan) return false;
    if (smallerThan !== undefined && size >= smallerThan) return false;
    if (receivedSince === undefined && receivedBefore === undefined) return true;
    const arrived = arrivedAt(message);
    if (arrived === undefined) return true;
    if (receivedSince !== undefined && arrived < startOfDay(receivedSince)) return false;
    return receivedBefore === undefined || arrived < startOfDay(receivedBefore);
  });
}

function startOfDay(time: number): number {
  const day = 24 * 60 * 60 * 1000;
  return Math.floor(time / day) * day;
}

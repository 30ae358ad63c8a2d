import type { Pop3Session } from '../session/pop3-session.ts';

/**
 * Commands that are handed to a connection at once. One that is pipelined has half of them under way, so that a round trip
 * is lost among them, while the other half waits to be sent together; any other connection needs the next one at hand
 * when an answer ends.
 */
const atOnce = 200;
const atOnceInTurn = 16;

/** Works on the items in their order, several under way. @throws the first failure, when nothing is under way any more */
export async function windowed<Item>(
  { isPipelined }: Pick<Pop3Session, 'isPipelined'>,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  let isFailing = false;
  const lane = async () => {
    try {
      for (let next = left.next(); !next.done && !isFailing; next = left.next()) {
        await work(next.value);
      }
    } catch (error) {
      isFailing = true;
      throw error;
    }
  };
  const lanes = Array.from({ length: isPipelined ? atOnce : atOnceInTurn }, lane);
  for (const each of await Promise.allSettled(lanes)) {
    if (each.status === 'rejected') throw each.reason;
  }
}

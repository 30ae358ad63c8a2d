import type { UidRanges } from '../../protocol/response.ts';
import { count, cut } from '../../protocol/uid-set.ts';

/** Messages one FETCH asks for: many enough that a round trip is lost among them, few enough to isolate a bad one soon. */
const messagesPerCommand = 500;

/** UIDs cut into the batches of one command each, in order. */
export function batches(uids: UidRanges): UidRanges[] {
  return cut(uids, messagesPerCommand);
}

/** A batch in two halves, to find the message that makes the whole fail. */
export function halves(uids: UidRanges): UidRanges[] {
  return cut(uids, Math.ceil(count(uids) / 2));
}

import type { StatusResponse, UidRanges } from '../protocol/response.ts';
import { count, intersect, parseUidSet } from '../protocol/uid-set.ts';

/**
 * What a server of MESSAGELIMIT left for another command: it answers from the highest UID down, and says how far it
 * came (RFC 9738 section 3.1).
 * @param set as it was asked for
 * @returns undefined where nothing is left
 */
export function leftByLimit(set: string, completion: StatusResponse): UidRanges | undefined {
  const lowest = lowestReached(completion);
  const asked = parseUidSet(set) ?? [];
  const rest = lowest === undefined ? [] : intersect(asked, [[1, lowest - 1]]);
  // One that does not get ahead would be asked for ever.
  return count(rest) === 0 || count(rest) === count(asked) ? undefined : rest;
}

/** The lowest UID that a command came to before the server's MESSAGELIMIT; undefined where it came to all. */
export function lowestReached({ code }: StatusResponse): number | undefined {
  const found = code?.name === 'MESSAGELIMIT' ? /^\d+ (\d{1,10})$/.exec(code.text ?? '') : null;
  return found === null ? undefined : Number(found[1]);
}

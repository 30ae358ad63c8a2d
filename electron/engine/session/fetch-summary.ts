import type { FetchCompletion } from '../protocol/commands/uid-fetch.ts';
import type { StatusResponse, UidRanges } from '../protocol/response.ts';
import { count, intersect, parseUidSet, unionAll } from '../protocol/uid-set.ts';

/** What one call of UID FETCH came to, in however many commands it went. */
export interface FetchSummary {
  /** Responses handed on; a server may send more than one for a message. */
  readonly messages: number;
  /** With QRESYNC: gone since. */
  readonly vanished: UidRanges;
  /** The tagged OK of each command, in the order of the set. */
  readonly completions: readonly StatusResponse[];
}

export function summary(answers: readonly FetchCompletion[]): FetchSummary {
  return {
    messages: answers.reduce((sum, { messages }) => sum + messages, 0),
    vanished: unionAll(answers.map(({ vanished }) => vanished)),
    completions: answers.map(({ completion }) => completion),
  };
}

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

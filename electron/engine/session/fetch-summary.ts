import type { FetchCompletion } from '../protocol/commands/uid-fetch.ts';
import type { StatusResponse, UidRanges } from '../protocol/response.ts';
import { unionAll } from '../protocol/uid-set.ts';

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

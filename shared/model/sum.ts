import type { Verdict } from './verdict.ts';

/** Messages of an account by what became of them: `onServer = archived + leftOut + missing`. */
export interface Sum {
  readonly onServer: number;
  /** Whole on disk. */
  readonly archived: number;
  /** By choice: folders, other people's folders, and what the options exclude. */
  readonly leftOut: number;
  /** Not on disk, for whatever reason; folders that were not reached count as far as the server told. */
  readonly missing: number;
}

/** The proof of a run as an equation. */
export function sumOf(verdict: Verdict): Sum {
  const { archived, unnamed, excluded, shared, failed, notReached } = verdict;
  const leftOut = verdict.leftOut.messages + shared.messages + excluded;
  const missing = verdict.missing + unnamed + failed.messages + notReached.messages;
  return { onServer: archived + leftOut + missing, archived, leftOut, missing };
}

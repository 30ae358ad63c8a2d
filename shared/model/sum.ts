import type { Verdict } from './verdict.ts';

/** In the order of the equation. */
export const sumParts = ['onServer', 'archived', 'leftOut', 'missing'] as const;

/** Messages of an account by what became of them: `onServer = archived + leftOut + missing`. */
export interface Sum {
  readonly onServer: number;
  /** Whole on disk. */
  readonly archived: number;
  /** By choice: folders, other people's folders, and what the options exclude. */
  readonly leftOut: number;
  /** Not on disk, for whatever reason. */
  readonly missing: number;
}

/** The proof of a run as an equation; undefined of one that did not get through every folder: nobody knows the sum then. */
export function sumOf(verdict: Verdict): Sum | undefined {
  const { state, archived, unnamed, excluded, shared, failed, notReached } = verdict;
  if (state === 'stopped' || state === 'failed' || notReached.mailboxes > 0) return undefined;
  const leftOut = verdict.leftOut.messages + shared.messages + excluded;
  const missing = verdict.missing + unnamed + failed.messages;
  return { onServer: archived + leftOut + missing, archived, leftOut, missing };
}

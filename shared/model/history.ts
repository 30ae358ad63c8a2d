import * as z from 'zod';
import { count, name, path, time } from './bounds.ts';
import { failure } from './failure.ts';
import { verdict } from './verdict.ts';

/** How something ended early; without the server's own words, which the report of the run has. */
const ended = failure.omit({ serverText: true });
export type Ended = z.infer<typeof ended>;

/** One run, as the archive remembers it. */
const ranOnce = z.object({
  what: z.literal('run'),
  startedAt: time,
  finishedAt: time,
  verdict,
  /** Stored messages that got a new name because the server renumbered them. */
  renamed: count,
  ended: ended.exactOptional(),
});

/** A message whose file is not as it was saved. */
const damage = z.object({
  mailbox: name,
  /** Relative to the archive. */
  path,
  what: z.enum(['missing', 'altered']),
  /** No longer on the server, as far as runs saw: it cannot be fetched again. */
  gone: z.boolean(),
});
export type Damage = z.infer<typeof damage>;

/** A folder in which the server and the archive do not have the same. */
const difference = z.object({
  mailbox: name,
  outcome: z.enum(['compared', 'renumbered', 'not-archived', 'failed']),
  /** On the server and not in the archive. */
  notHere: count,
  /** In the archive and no longer on the server, which is no fault. */
  notOnServer: count,
  /** Other messages there than here. */
  differing: count,
});

/** Most files and folders that are named; what is beyond is counted. */
const mostNamed = 100;

/** What a check of an archive found. */
export const checkResult = z.object({
  /** Files read, and their bytes. */
  files: count,
  bytes: count,
  /** Files whose bytes have the hash they were stored with. */
  ok: count,
  /** Files that had no hash until now. */
  unhashed: count,
  missing: count,
  altered: count,
  /** Of the missing and altered ones, those that are no longer on the server. */
  lost: count,
  damage: z.array(damage).max(mostNamed).readonly(),
  /** The next run fetches missing and altered messages again. */
  mends: z.boolean(),
  /** What was compared with the server; absent where that was not asked for. */
  server: z
    .object({
      mailboxes: count,
      notHere: count,
      notOnServer: count,
      differing: count,
      /** Folders that could not be compared. */
      failed: count,
      /** Folders in which something differs. */
      lacking: count,
      /** The first of them. */
      differences: z.array(difference).max(mostNamed).readonly(),
    })
    .exactOptional(),
});
export type CheckResult = z.infer<typeof checkResult>;

/** `sound`: every file is as it was saved, and the server has nothing that is not here; `lacking`: all files are, the server has more. */
export const checkState = z.enum(['sound', 'lacking', 'damaged', 'stopped', 'failed']);
export type CheckState = z.infer<typeof checkState>;

/** One check, as the archive remembers it. */
const checkedOnce = z.object({
  what: z.literal('check'),
  startedAt: time,
  finishedAt: time,
  state: checkState,
  /** Absent where the check did not come to its end. */
  result: checkResult.exactOptional(),
  ended: ended.exactOptional(),
});
export type CheckEntry = z.infer<typeof checkedOnce>;

/** What was done with an archive, one entry each time. */
export const historyEntry = z.discriminatedUnion('what', [ranOnce, checkedOnce]);
export type HistoryEntry = z.infer<typeof historyEntry>;

/** Something that a check found, in a few words, for where its page is not open. */
export const lastCheck = z.object({
  finishedAt: time,
  state: checkState,
  /** Files missing or altered. */
  damaged: count,
  /** Of these, those that are no longer on the server. */
  lost: count,
  /** It was compared with the server too. */
  withServer: z.boolean(),
  /** Messages that the server has and the archive has not. */
  notHere: count,
  /** A run archived everything since: what the server still had of the damaged files is whole again. */
  archivedSince: z.literal(true).exactOptional(),
});
export type LastCheck = z.infer<typeof lastCheck>;

/** A check in a few words. */
export function lastCheckOf({
  finishedAt,
  state,
  result,
}: Pick<CheckEntry, 'finishedAt' | 'state' | 'result'>): LastCheck {
  return {
    finishedAt,
    state,
    damaged: (result?.missing ?? 0) + (result?.altered ?? 0),
    lost: result?.lost ?? 0,
    withServer: result?.server !== undefined,
    notHere: (result?.server?.notHere ?? 0) + (result?.server?.differing ?? 0),
  };
}

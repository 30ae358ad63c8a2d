import * as z from 'zod';
import { count, time } from './bounds.ts';

/** Some mailboxes in a few words. */
const mailboxSum = z.object({
  mailboxes: count,
  /** As far as the server told. */
  messages: count,
  /** The first of them by name. */
  names: z.array(z.string()).readonly(),
});
export type MailboxSum = z.infer<typeof mailboxSum>;

const period = z.object({ oldest: time, newest: time });
export type Period = z.infer<typeof period>;

/**
 * What a run came to. The engine makes it once, at the end; report, card, run page, notification and exit code
 * say this and compute nothing of their own.
 */
export const verdict = z.object({
  /**
   * `complete`: everything that was not left out by choice is archived; `incomplete`: the run came to its end
   * and something is not; `stopped`: by a person; `failed`: ended early.
   */
  state: z.enum(['complete', 'incomplete', 'stopped', 'failed']),
  /** Mailboxes that the run came to the end of. */
  mailboxes: count,
  /** Messages on the server in these, and in the one that the run was at: `excluded + selected + unnamed`. */
  onServer: count,
  /** Left out by the options, such as a date. */
  excluded: count,
  /** Counted and not named by the server. */
  unnamed: count,
  /** Asked for: `archived + missing`. */
  selected: count,
  /** Whole on disk. */
  archived: count,
  /** Of the archived ones, those whose file stands under another mailbox. */
  elsewhere: count,
  missing: count,
  /** Of the missing ones, those that are named with a reason, and with their raw bytes where there are any. */
  quarantined: count,
  /** Stored, and no longer on the server. */
  gone: count,
  /** Left out by choice. */
  leftOut: mailboxSum,
  /** Of other users and shared, not asked for. */
  shared: mailboxSum,
  /** Archived before, and not on the server any more; `messages`: kept on disk. */
  kept: mailboxSum,
  /** Could not be archived, each with its reason. */
  failed: mailboxSum,
  /** To be archived, and not reached or not finished. */
  notReached: mailboxSum,
  /** Files this run wrote. */
  stored: count,
  /** Bytes this run wrote. */
  bytes: count,
  /** Arrival of the messages this run fetched, as far as the server told. */
  period: period.exactOptional(),
  /** How long the run took. */
  milliseconds: count,
  warnings: count,
});
export type Verdict = z.infer<typeof verdict>;

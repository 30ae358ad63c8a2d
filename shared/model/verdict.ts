/**
 * What a run came to. The engine makes it once, at the end; report, card, run page, notification and exit code
 * say this and compute nothing of their own.
 */
export interface Verdict {
  /**
   * `complete`: everything that was not left out by choice is archived; `incomplete`: the run came to its end
   * and something is not; `stopped`: by a person; `failed`: ended early.
   */
  readonly state: 'complete' | 'incomplete' | 'stopped' | 'failed';
  /** Mailboxes that the run came to the end of. */
  readonly mailboxes: number;
  /** Messages on the server in these, and in the one that the run was at: `excluded + selected + unnamed`. */
  readonly onServer: number;
  /** Left out by the options, such as a date. */
  readonly excluded: number;
  /** Counted and not named by the server. */
  readonly unnamed: number;
  /** Asked for: `archived + missing`. */
  readonly selected: number;
  /** Whole on disk. */
  readonly archived: number;
  /** Of the archived ones, those whose file stands under another mailbox. */
  readonly elsewhere: number;
  readonly missing: number;
  /** Of the missing ones, those that are named with a reason, and with their raw bytes where there are any. */
  readonly quarantined: number;
  /** Stored, and no longer on the server. */
  readonly gone: number;
  /** Left out by choice. */
  readonly leftOut: MailboxSum;
  /** Of other users and shared, not asked for. */
  readonly shared: MailboxSum;
  /** Archived before, and not on the server any more; `messages`: kept on disk. */
  readonly kept: MailboxSum;
  /** Could not be archived, each with its reason. */
  readonly failed: MailboxSum;
  /** To be archived, and not reached or not finished. */
  readonly notReached: MailboxSum;
  /** Files this run wrote. */
  readonly stored: number;
  /** Bytes this run wrote. */
  readonly bytes: number;
  /** Arrival of the messages this run fetched, as far as the server told. */
  readonly period?: Period;
  /** How long the run took. */
  readonly milliseconds: number;
  readonly warnings: number;
}

/** Milliseconds since 1970 UTC. */
export interface Period {
  readonly oldest: number;
  readonly newest: number;
}

/** Some mailboxes in a few words. */
export interface MailboxSum {
  readonly mailboxes: number;
  /** As far as the server told. */
  readonly messages: number;
  /** The first of them by name. */
  readonly names: readonly string[];
}

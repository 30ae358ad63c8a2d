import type { Failure } from './failure.ts';
import type { MailboxReport, OtherMailbox, Selection } from './mailbox.ts';
import type { Warning } from './run.ts';
import type { Verdict } from './verdict.ts';

/** What a run proves: per mailbox what the server has and what the archive has of it. */
export interface CompletenessReport {
  /** Rises when the fields change their meaning. */
  readonly format: 1;
  /** The version of Mailstow that made it. */
  readonly mailstow: string;
  readonly account: { readonly user: string; readonly host: string };
  /** The archive's folder, absolute, as it was then. */
  readonly folder: string;
  readonly selection: Selection;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** The verdict is `complete`. */
  readonly complete: boolean;
  readonly verdict: Verdict;
  /** Files whose bytes this run wrote. */
  readonly stored: number;
  readonly renamed: number;
  /** Bytes this run wrote. */
  readonly storedBytes: number;
  readonly mailboxes: readonly MailboxReport[];
  /** Mailboxes the run was to archive and did not come to the end of. */
  readonly notReached: readonly string[];
  /** Mailboxes that it was not to archive, or could not. */
  readonly others: readonly OtherMailbox[];
  /** Everything that went wrong, messages and whole mailboxes. */
  readonly problems: readonly Failure[];
  /** The first of them. */
  readonly warnings: readonly Warning[];
  /** What ended the run before its end. */
  readonly ended?: Failure;
}

import type { Failure } from './failure.ts';
import type { MailboxReport } from './mailbox.ts';

/** What a run proves: per mailbox what the server has and what the archive has of it. */
export interface Certificate {
  readonly account: { readonly user: string; readonly host: string };
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** Nothing is missing in any mailbox and no mailbox failed. */
  readonly complete: boolean;
  /** Files whose octets this run wrote. */
  readonly stored: number;
  readonly renamed: number;
  /** Octets this run wrote. */
  readonly octets: number;
  readonly mailboxes: readonly MailboxReport[];
  /** Everything that went wrong, messages and whole mailboxes. */
  readonly problems: readonly Failure[];
}

import type { Failure } from './failure.ts';

/** What a run takes of each message, and of which messages. */
export interface Selection {
  /** Only the header of each message. */
  readonly headersOnly: boolean;
  /** Only messages without the flag \Seen. */
  readonly unseenOnly: boolean;
}

/** The account of one mailbox after a run: what the server has, what was asked for, what is on disk. */
export interface MailboxReport {
  readonly mailbox: string;
  readonly uidValidity: number;
  /** Messages in the mailbox on the server. */
  readonly onServer: number;
  /** Messages the selection asks for. */
  readonly selected: number;
  /** Of the selected ones, those whole on disk. */
  readonly archived: number;
  /** selected − archived. */
  readonly missing: number;
  /** Why each missing one is missing. */
  readonly problems: readonly Failure[];
}

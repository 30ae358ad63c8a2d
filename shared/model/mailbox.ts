import type { Failure } from './failure.ts';

/** What a run takes of each message, and of which messages. Dates are milliseconds since 1970 UTC. */
export interface Selection {
  /** Only the header of each message. */
  readonly headersOnly: boolean;
  /** Only messages without the flag \Seen. */
  readonly unseenOnly: boolean;
  /**
   * Only messages that arrived on this day or later. The day is the one that this moment falls on in
   * UTC; the server compares it with the day of arrival on its own calendar, whatever its time zone.
   */
  readonly receivedSince?: number;
  /** Only messages that arrived before this day, which is found in the same way. */
  readonly receivedBefore?: number;
  /** Only messages of more bytes than this, as the server counts them. */
  readonly largerThan?: number;
  /** Only messages of fewer bytes than this, as the server counts them. */
  readonly smallerThan?: number;
}

/** The account of one mailbox after a run: what the server has, what was asked for, what is on disk. */
export interface MailboxReport {
  readonly mailbox: string;
  readonly uidValidity: number;
  /** Messages in the mailbox on the server. */
  readonly onServer: number;
  /** Of these, the ones it counts and does not name, so that nothing can be asked about them. */
  readonly unnamed: number;
  /** Messages the selection asks for; the others that have a name were excluded by the options. */
  readonly selected: number;
  /** Of the selected ones, those whole on disk. */
  readonly archived: number;
  /** Of the archived ones, those whose bytes stand under another mailbox (an "all mail" folder). */
  readonly elsewhere: number;
  /** selected − archived. */
  readonly missing: number;
  /** Stored messages that are no longer on the server. */
  readonly gone: number;
  /** Why each missing one is missing. */
  readonly problems: readonly Failure[];
}

/** Why a run did not archive a mailbox that the account or the archive has. */
export type OtherReason =
  /** By choice. */
  | 'left-out'
  /** Another user's or a shared one, which was not asked for. */
  | 'shared'
  /** LIST gives it an empty name. */
  | 'nameless'
  /** The server's line about it cannot be read. */
  | 'unreadable'
  /** Its failure is among the problems. */
  | 'failed'
  /** The archive has it, the server does not list it any more. */
  | 'no-longer-listed';

export interface OtherMailbox {
  /** '' where it has no name that could be read. */
  readonly mailbox: string;
  readonly reason: OtherReason;
  /** On the server, where it told; of one that is no longer listed, those in the archive. */
  readonly messages?: number;
}

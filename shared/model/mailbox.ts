import * as z from 'zod';
import { failure } from './failure.ts';

/** What a run takes of each message, and of which messages. Dates are milliseconds since 1970 UTC. */
export const selection = z.object({
  /** Only the header of each message. */
  headersOnly: z.boolean(),
  /** Only messages without the flag \Seen. */
  unseenOnly: z.boolean(),
  /**
   * Only messages that arrived on this day or later. The day is the one that this moment falls on in
   * UTC; the server compares it with the day of arrival on its own calendar, whatever its time zone.
   */
  receivedSince: z.number().exactOptional(),
  /** Only messages that arrived before this day, which is found in the same way. */
  receivedBefore: z.number().exactOptional(),
  /** Only messages of more bytes than this, as the server counts them. */
  largerThan: z.number().exactOptional(),
  /** Only messages of fewer bytes than this, as the server counts them. */
  smallerThan: z.number().exactOptional(),
});
export type Selection = Readonly<z.infer<typeof selection>>;

/** The account of one mailbox after a run: what the server has, what was asked for, what is on disk. */
export const mailboxReport = z.object({
  mailbox: z.string(),
  uidValidity: z.number(),
  /** Messages in the mailbox on the server. */
  onServer: z.number(),
  /** Of these, the ones it counts and does not name, so that nothing can be asked about them. */
  unnamed: z.number(),
  /** Messages the selection asks for; the others that have a name were excluded by the options. */
  selected: z.number(),
  /** Of the selected ones, those whole on disk. */
  archived: z.number(),
  /** Of the archived ones, those whose bytes stand under another mailbox (an "all mail" folder). */
  elsewhere: z.number(),
  /** selected − archived. */
  missing: z.number(),
  /** Stored messages that are no longer on the server. */
  gone: z.number(),
  /** Why each missing one is missing. */
  problems: z.array(failure).readonly(),
});
export type MailboxReport = Readonly<z.infer<typeof mailboxReport>>;

/** Why a run did not archive a mailbox that the account or the archive has. */
export const otherReason = z.enum([
  // By choice.
  'left-out',
  // Another user's or a shared one, which was not asked for.
  'shared',
  // LIST gives it an empty name.
  'nameless',
  // The server's line about it cannot be read.
  'unreadable',
  // Its failure is among the problems.
  'failed',
  // The archive has it, the server does not list it any more.
  'no-longer-listed',
]);
export type OtherReason = z.infer<typeof otherReason>;

export const otherMailbox = z.object({
  /** '' where it has no name that could be read. */
  mailbox: z.string(),
  reason: otherReason,
  /** On the server, where it told; of one that is no longer listed, those in the archive. */
  messages: z.number().exactOptional(),
});
export type OtherMailbox = Readonly<z.infer<typeof otherMailbox>>;

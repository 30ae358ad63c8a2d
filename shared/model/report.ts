import * as z from 'zod';
import { failure } from './failure.ts';
import { mailboxReport, otherMailbox, selection } from './mailbox.ts';
import { verdict } from './verdict.ts';
import { warning } from './warning.ts';

/** What reports of the first landing said already. */
export const firstReport = z.object({
  /** Rises when the fields change their meaning. */
  format: z.literal(1),
  /** The version of Mailstow that made it. */
  mailstow: z.string(),
  /** With its protocol where that gives out the inbox alone. */
  account: z.object({
    user: z.string(),
    host: z.string(),
    protocol: z.literal('pop3').exactOptional(),
  }),
  /** The archive's folder, absolute, as it was then. */
  folder: z.string(),
  selection,
  /** Milliseconds since 1970 UTC. */
  startedAt: z.number(),
  finishedAt: z.number(),
  /** The verdict is `complete`. */
  complete: z.boolean(),
  /** Files whose bytes this run wrote. */
  stored: z.number(),
  renamed: z.number(),
  /** Bytes this run wrote. */
  storedBytes: z.number(),
  mailboxes: z.array(mailboxReport).readonly(),
  /** Mailboxes the run was to archive and did not come to the end of. */
  notReached: z.array(z.string()).readonly(),
  /** Everything that went wrong, messages and whole mailboxes. */
  problems: z.array(failure).readonly(),
  /** What ended the run before its end. */
  ended: failure.exactOptional(),
});

/** What a run proves: per mailbox what the server has and what the archive has of it. */
export const completenessReport = firstReport.extend({
  verdict,
  /** Mailboxes that it was not to archive, or could not. */
  others: z.array(otherMailbox).readonly(),
  /** The first of them. */
  warnings: z.array(warning).readonly(),
});
export type CompletenessReport = Readonly<z.infer<typeof completenessReport>>;

import type { Credentials, Server } from './account.ts';
import type { Failure } from './failure.ts';
import type { MailboxReport, Selection } from './mailbox.ts';

export type Layout = 'flat' | 'folders';

/** Everything one run needs to know. */
export interface RunRequest {
  readonly server: Server;
  readonly credentials: Credentials;
  /** Mailbox names in Unicode, or every mailbox that can be selected. */
  readonly mailboxes: readonly string[] | 'all';
  readonly selection: Selection;
  readonly folder: string;
  readonly layout: Layout;
  /** Ending of the message files in the flat layout, for instance `.txt`. */
  readonly extension: string;
  /** Delete what no longer matches anything after a UIDVALIDITY change instead of keeping it. */
  readonly purge: boolean;
  readonly connections: number;
}

/** What a run tells while it goes; one JSON object each. Holds no secret and no message content. */
export type RunEvent =
  | { readonly event: 'connected'; readonly host: string; readonly security: string }
  | {
      readonly event: 'mailbox';
      readonly mailbox: string;
      readonly onServer: number;
      readonly selected: number;
      /** Messages this run still has to fetch. */
      readonly toFetch: number;
    }
  | ({ readonly event: 'progress' } & Progress)
  | { readonly event: 'renamed'; readonly mailbox: string; readonly count: number }
  | { readonly event: 'waiting'; readonly reason: string; readonly milliseconds: number }
  | { readonly event: 'warning'; readonly message: string }
  | { readonly event: 'problem'; readonly failure: Failure }
  | { readonly event: 'mailbox-done'; readonly report: MailboxReport };

export interface Progress {
  readonly mailbox: string;
  /** Messages of this mailbox stored by this run so far. */
  readonly stored: number;
  readonly toFetch: number;
  /** Octets of messages stored by this run so far, in this mailbox. */
  readonly octets: number;
}

export interface RunResult {
  /** Files whose octets this run wrote. */
  readonly stored: number;
  /** Stored messages that got a new name because the server numbered them anew. */
  readonly renamed: number;
  readonly octets: number;
  readonly mailboxes: readonly MailboxReport[];
  /** Everything that went wrong without ending the run, in order. */
  readonly problems: readonly Failure[];
}

import type { Credentials, Server } from './account.ts';
import type { Failure } from './failure.ts';
import type { MailboxReport, OtherMailbox, Selection } from './mailbox.ts';
import type { Verdict } from './verdict.ts';
import type { Warning } from './warning.ts';

export type LayoutName = 'flat' | 'folders';

/**
 * Mailboxes chosen from those that the server lists and that can be opened. A pattern is
 * - a name as people write it, case counting (INBOX alone has none), where `*` stands for any text and
 *   `%` for any text without the hierarchy separator, as in LIST (RFC 9051 section 6.3.9);
 * - or a use of RFC 6154 such as `\Junk`, in any case: the mailboxes that the server marks with it.
 *
 * `Work` is that mailbox alone, `Work/*` all below it.
 */
export interface MailboxPatterns {
  /** A mailbox must fit one of these. Default: every mailbox. */
  readonly include?: readonly string[];
  /** A mailbox that fits one of these is left out. */
  readonly exclude?: readonly string[];
  /** Mailboxes that are left out by their names as they are, in which nothing stands for other text. */
  readonly excludeNames?: readonly string[];
  /** Uses of RFC 6154, such as `\Junk`: mailboxes so marked are left out unless the archive holds them already. */
  readonly excludeNewUses?: readonly string[];
  /** Also the mailboxes of other users and those that are shared (RFC 2342). */
  readonly includeShared?: boolean;
}

/** Mailboxes by their names in Unicode, or every one of the account's own, or some of them by patterns. */
export type MailboxChoice = readonly string[] | 'all' | MailboxPatterns;

/** Everything one run needs to know. */
export interface RunRequest {
  readonly server: Server;
  readonly credentials: Credentials;
  readonly mailboxes: MailboxChoice;
  readonly selection: Selection;
  readonly folder: string;
  readonly layout: LayoutName;
  /** Ending of the message files in the flat layout, for instance `.txt`. */
  readonly extension: string;
  /** Delete what no longer matches anything after a UIDVALIDITY change instead of keeping it. */
  readonly purge: boolean;
  readonly connections: number;
  /** Store every mailbox in full, although the server has one that holds the others' messages too. */
  readonly separate: boolean;
  /**
   * Milliseconds that a server or network which is away is waited for since the last progress, in
   * mid-run; {@link defaults.patience} where it is left out.
   */
  readonly patience?: number;
  /** Go on although the folder holds another account's mail. */
  readonly overrideAccount: boolean;
  /** Ask for the size of each new message where the server does not add them up, so that the time left is known. */
  readonly countFirst?: boolean;
  /**
   * POP3 alone: days after which a message that is archived is deleted on the server, once its file was read again and
   * found whole in two runs at least 24 hours apart. Absent: nothing is ever deleted.
   */
  readonly deleteAfter?: number;
  /** Somebody says that the account has a new server or user name; the mail must be the same all the same. */
  readonly moved?: boolean;
  /** An earlier run stored mail in the folder: no new archive is begun where it is gone. */
  readonly mustExist?: boolean;
  /** Keep the modes of files and folders as the system gives them; absent: as the last run had it. */
  readonly sharedFolder?: boolean;
  /** Also write a list of all messages, `index.csv`; absent: where the archive has one. */
  readonly index?: boolean;
  /** Also make a folder of links for each of Gmail's labels; absent: where the archive has them. */
  readonly labelFolders?: boolean;
  /**
   * One of the many rounds of a watch: the archive's report and history stay as they are unless it brought something or
   * found something missing.
   */
  readonly isRound?: boolean;
}

/**
 * Why a run waits: until it connects again, because the server asked for a pause or refuses a login that
 * worked, or until the mailboxes that are left can be opened.
 */
export type WaitCause = 'connection-lost' | 'pause-asked' | 'login-refused' | 'mailbox-busy';

/** What a run tells while it goes; one JSON object each. Holds no secret and no message content. */
export type RunEvent =
  | { readonly event: 'connected'; readonly host: string; readonly security: string }
  /** What is going to be archived, in this order. */
  | {
      readonly event: 'mailboxes';
      readonly mailboxes: readonly string[];
      /** Of each, in the same order. */
      readonly sizes: readonly MailboxSize[];
    }
  | {
      readonly event: 'mailbox';
      readonly mailbox: string;
      readonly onServer: number;
      readonly selected: number;
      /** Messages this run still has to fetch. */
      readonly toFetch: number;
      /** Their bytes; absent where the server does not tell what the mailbox holds. */
      readonly bytesToFetch?: number;
    }
  | ({ readonly event: 'progress' } & Progress)
  | { readonly event: 'renamed'; readonly mailbox: string; readonly count: number }
  | {
      readonly event: 'waiting';
      readonly cause: WaitCause;
      /** One English sentence. */
      readonly reason: string;
      readonly milliseconds: number;
    }
  | ({ readonly event: 'warning' } & Warning)
  | { readonly event: 'problem'; readonly failure: Failure }
  | { readonly event: 'mailbox-done'; readonly report: MailboxReport }
  /** Once, as the last, however the run ended. */
  | { readonly event: 'verdict'; readonly verdict: Verdict };

/** What the server told of a mailbox when it listed it; absent where it did not. */
export interface MailboxSize {
  readonly messages?: number;
  readonly bytes?: number;
}

export interface Progress {
  readonly mailbox: string;
  /** Messages of this mailbox stored by this run so far. */
  readonly stored: number;
  readonly toFetch: number;
  /** Bytes of messages stored by this run so far, in this mailbox. */
  readonly storedBytes: number;
  /** The same with what has arrived of large messages; never falls. */
  readonly received: number;
  /** The part of what is to be fetched from this mailbox that has arrived, 0 to 1; never falls. */
  readonly share: number;
}

export interface RunResult {
  /** Files whose bytes this run wrote. */
  readonly stored: number;
  /** Stored messages that got a new name because the server renumbered them. */
  readonly renamed: number;
  readonly storedBytes: number;
  readonly mailboxes: readonly MailboxReport[];
  /** Mailboxes that the run did not archive. */
  readonly others: readonly OtherMailbox[];
  /** Everything that went wrong without ending the run, in order. */
  readonly problems: readonly Failure[];
  /** The first of them. */
  readonly warnings: readonly Warning[];
  readonly verdict: Verdict;
}

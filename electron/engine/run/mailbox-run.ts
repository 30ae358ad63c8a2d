import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import type { Period } from '../../../shared/model/verdict.ts';
import type { Archive } from '../archive/archive.ts';
import type { MailboxName } from '../mailbox-name.ts';
import type { MailboxStatus } from '../protocol/response.ts';
import type { Line } from './connection/reconnecting-session.ts';
import type { AllMail } from './recognise/all-mail.ts';
import type { FormerMailboxes } from './recognise/former-mailboxes.ts';

/** By the keys of mailboxes: what the last look said of those in which nothing has changed since. */
export type AssumedMailboxes = ReadonlyMap<string, MailboxReport>;

/** What archiving one mailbox works with. */
export interface MailboxRun {
  readonly request: RunRequest;
  readonly archive: Archive;
  readonly name: MailboxName;
  /** The key of its name. */
  readonly mailbox: string;
  /** What LIST told of the mailbox on the way, where the server does that. */
  readonly status?: MailboxStatus;
  /** Of all messages on the server, where that is known. */
  readonly bytes: number | undefined;
  /** The first is connected; the others connect when there is work for them. */
  readonly lines: readonly [Line, ...Line[]];
  readonly allMail: AllMail;
  /** Labels of messages are to be known as they are now. */
  readonly labels: boolean;
  readonly former: FormerMailboxes;
  readonly assumed?: AssumedMailboxes;
  emit(event: RunEvent): void;
}

/** What archiving one mailbox came to. */
export interface MailboxResult {
  readonly report: MailboxReport;
  readonly stored: number;
  readonly renamed: number;
  readonly bytes: number;
  /** Arrival of what was fetched. */
  readonly period?: Period | undefined;
}

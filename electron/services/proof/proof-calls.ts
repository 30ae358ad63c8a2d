import type { Output } from '../../../shared/contract.ts';
import type { Server } from '../../../shared/model/account.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { CheckEntry } from '../../../shared/model/history.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import type { SentCredentials } from '../sign-in/sent-credentials.ts';

/** What is to be checked. */
export interface CheckRequest {
  /** The archive's, absolute. */
  readonly folder: string;
  /** Where the account is, to compare with the server too. */
  readonly access: Pick<RunRequest, 'server' | 'credentials'> | undefined;
  /** Mailboxes that the person left out. */
  readonly leftOut: readonly string[];
}

/** The same as it goes to the thread. */
type SentCheckRequest = Omit<CheckRequest, 'access'> & {
  readonly access: { readonly server: Server; readonly credentials: SentCredentials } | undefined;
};

export interface Checked {
  readonly entry: CheckEntry;
  /** Why the archive's history does not have it. */
  readonly notKept: Failure | undefined;
}

/** What the thread answers that looks at archives; how far a check is comes as notices. */
export type ProofCalls = {
  readonly check: { readonly input: SentCheckRequest; readonly output: Checked };
  readonly stop: { readonly input: undefined; readonly output: undefined };
  /** @see Output of the calls that the window makes */
  readonly report: { readonly input: string; readonly output: Output<'archive.report'> };
  readonly history: { readonly input: string; readonly output: Output<'archive.history'> };
};

export type CheckNotice =
  /** What there is to read, by what the archive knows. */
  | { readonly notice: 'all'; readonly files: number; readonly bytes: number }
  /** Read since the last notice. */
  | {
      readonly notice: 'read';
      readonly mailbox: string;
      readonly files: number;
      readonly bytes: number;
    }
  | { readonly notice: 'comparing' };

import type { MailProtocol } from '../../../shared/model/account.ts';
import type { AccountIdentity } from '../../engine/archive/account-identity.ts';

/** Whose mail, and by what it came: IMAP where that is absent. */
export interface Owner extends AccountIdentity {
  readonly protocol?: MailProtocol | undefined;
}

export function isSameProtocol(a: Pick<Owner, 'protocol'>, b: Pick<Owner, 'protocol'>): boolean {
  return (a.protocol ?? 'imap') === (b.protocol ?? 'imap');
}

/** What a folder holds, as far as archives go. */
export interface Holding {
  /** Absent where that is not recorded. */
  readonly account?: Owner;
  /** A later version made it: it can be read and not added to. */
  readonly isOfLaterVersion: boolean;
  /** What the last run that told of it left there, and when that was: milliseconds since 1970 UTC. */
  readonly messages?: number;
  readonly archivedAt?: number;
}

/** An archive that is looked for. */
export interface Sought {
  readonly account: Owner;
  /** Where it was. */
  readonly folder: string;
}

export interface Found extends Holding {
  readonly folder: string;
}

/** What the thread that looks into folders answers; folders are absolute. */
export type LookCalls = {
  readonly isThere: { readonly input: string; readonly output: boolean };
  readonly look: { readonly input: string; readonly output: Holding | undefined };
  readonly find: { readonly input: Sought; readonly output: readonly Found[] };
};

import type { Credentials } from '../../shared/model/account.ts';
import type { Failure } from '../../shared/model/failure.ts';

/** What a login is tried with. */
export interface FoundCredentials {
  readonly credentials: Credentials;
  /** A failure of the account, with what to do about credentials that came from there. */
  explain(failure: Failure): Failure;
}

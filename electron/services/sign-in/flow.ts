import type { Client } from '../../../shared/model/provider-sign-in.ts';
import type { Issuer } from './issuer.ts';
import type { Answer } from './tokens.ts';

/** Milliseconds in which a person has to be through. */
export const longestSignIn = 15 * 60_000;

/** What one sign-in is begun with. */
export interface FlowOptions {
  readonly issuer: Issuer;
  readonly client: Client;
  /** The name that the provider's page fills in. */
  readonly hint: string;
  /** Ends it, with its reason. */
  readonly signal: AbortSignal;
  /** The person is through, the provider is asked for the rest. */
  finishing(): void;
}

/** What the provider answered at the end. @throws (rejects with) MailstowError */
export type Ended = Promise<Answer>;

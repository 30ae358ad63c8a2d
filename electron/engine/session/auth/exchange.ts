import type { MailstowError } from '../../errors.ts';
import type { Dialogue } from '../../protocol/commands/authenticate.ts';

/**
 * What a refusal speaks of: the mechanism, so that another one may be tried; the password or token, which no
 * other mechanism would make right; or whichever the server's words name.
 */
export type Blame = 'mechanism' | 'secret' | 'as the server says';

/** One conversation by which a person signs in: the client's side of a mechanism (RFC 4422). */
export interface Exchange extends Dialogue {
  /** What a refusal would mean by now. */
  readonly blame: Blame;
  /** The server has what it takes to judge the password or token; before that a refusal counts as no try. */
  readonly isTested: boolean;
  /** The server broke the rules of the mechanism, or is not the one that knows the password: nothing goes on. */
  readonly failure?: MailstowError | undefined;
  /** Where the server says its sign-in is described: an https URL of its own words (RFC 7628 section 3.2.2). */
  readonly openidConfiguration?: string | undefined;
  /** What it says that a token has to be good for (section 3.2.2). */
  readonly openidScope?: string | undefined;
}

/** What an exchange is made of. */
export interface Login {
  readonly user: string;
  /** Password or token. */
  readonly secret: string;
  /** Told what is made of the secret, which nothing may show. */
  hide(text: string): void;
}

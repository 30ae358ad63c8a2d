import type { SignInWay } from '../../../../shared/model/sign-in-ways.ts';
import { MailstowError } from '../../errors.ts';
import type { Blame } from '../auth/exchange.ts';

/** One try to log in. */
export interface LoginWay {
  readonly way: SignInWay;
  readonly password: string;
}

/** How a try ended that did not work. */
export interface FailedTry {
  readonly error: unknown;
  /** The server said NO or BAD. */
  readonly isAnswer: boolean;
  /** What a NO means. */
  readonly blame: Blame;
  /** The server was given what it takes to judge the password. */
  readonly isTested: boolean;
}

/** The refusal that tells most of those so far. */
export interface Refused {
  readonly error: unknown;
  readonly isTested: boolean;
}

/** Servers lock an account after wrong passwords, the strictest known after three. */
const mostTries = 3;

/** App passwords as Google and Yahoo show them, and as they are pasted from there. */
const shownInGroups = /^[a-z]{4}(?:\s[a-z]{4}){3}$/i;

/** RFC 5530 section 3, RFC 3206 section 5: about the person, whatever way the password was sent. */
const aboutThePerson =
  /^\[(?:AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|EXPIRED|CONTACTADMIN|AUTH)\b/i;
/** An account that is locked, or will be, is left alone, and so is a server in trouble (RFC 3206). */
const aboutLocking = /^\[SYS\/|\block(?:ed|out)?\b|too many|attempts|blocked|disabled|suspended/i;

/**
 * Which ways of logging in are still to be tried, in one run. A way that worked is the only one from
 * then on; what it took to find it is not tried again.
 */
export class LoginWays {
  #worked: LoginWay | undefined;
  #tries = 0;
  readonly #failedWays = new Set<SignInWay>();
  readonly #failedPasswords = new Set<string>();
  readonly #failed = new Set<string>();
  /** What was refused so far, where the last try ended with the connection and another way is left. */
  unfinished: Refused | undefined;

  /** A login has worked in this run. */
  get hasWorked(): boolean {
    return this.#worked !== undefined;
  }

  /** @returns undefined when every way that the server offers has failed, or as many as may be tried */
  next(offered: readonly SignInWay[], password: string): LoginWay | undefined {
    if (this.#worked) return asItWorked(this.#worked, password);
    if (this.#tries >= mostTries) return undefined;
    return offered
      .flatMap(way => passwordsLike(password).map(each => ({ way, password: each })))
      .find(way => !this.#hasFailed(way));
  }

  worked(way: LoginWay): void {
    this.#worked = way;
  }

  /**
   * The way was refused, or the connection broke at it.
   * @returns whether another one may be tried
   */
  failed(way: LoginWay, { error, isAnswer, blame, isTested }: FailedTry): boolean {
    if (this.#worked || !(error instanceof MailstowError)) return false;
    if (isTested) this.#tries += 1;
    this.#failed.add(keyOf(way));
    const words = error.failure.serverText ?? '';
    const isRefused = error.kind === 'login-refused' || error.kind === 'sign-in-needed';
    if (!isRefused || blame === 'mechanism') this.#failedWays.add(way.way);
    else if (blame === 'secret' || aboutThePerson.test(words)) {
      this.#failedPasswords.add(way.password);
    }
    return isAnswer ? !aboutLocking.test(words) : error.kind !== 'stopped';
  }

  /** The server was not in the mood, which says nothing about the way. */
  putOff(): void {
    this.#tries = 0;
    this.#failed.clear();
    this.#failedWays.clear();
    this.#failedPasswords.clear();
  }

  #hasFailed(way: LoginWay): boolean {
    return (
      this.#failed.has(keyOf(way)) ||
      this.#failedWays.has(way.way) ||
      this.#failedPasswords.has(way.password)
    );
  }
}

/** A token is another one each time. */
function asItWorked(worked: LoginWay, password: string): LoginWay {
  const isSame = passwordsLike(password).includes(worked.password);
  return isSame ? worked : { way: worked.way, password };
}

/** As it was typed, then without the blanks that only the provider's page shows. */
function passwordsLike(password: string): string[] {
  return shownInGroups.test(password) ? [password, password.replace(/\s/g, '')] : [password];
}

function keyOf({ way, password }: LoginWay): string {
  return `${way} ${password}`;
}

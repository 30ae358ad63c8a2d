import { isAscii } from 'node:buffer';
import { MailstowError } from '../../errors.ts';

/** How user name and password are sent. */
export type Mechanism = 'LOGIN' | 'AUTHENTICATE PLAIN' | 'AUTHENTICATE LOGIN';

/** One try to log in. */
export interface LoginWay {
  readonly mechanism: Mechanism;
  readonly password: string;
}

/** Servers lock an account after wrong passwords, the strictest known after three. */
const mostTries = 3;

/** App passwords as Google and Yahoo show them, and as they are pasted from there. */
const shownInGroups = /^[a-z]{4}(?:\s[a-z]{4}){3}$/i;

/** RFC 5530 section 3: about the person, whatever way the password was sent. */
const aboutThePerson = /^\[(?:AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|EXPIRED|CONTACTADMIN)\b/i;
/** An account that is locked, or will be, is left alone. */
const aboutLocking = /\block(?:ed|out)?\b|too many|attempts|blocked|disabled|suspended/i;

/**
 * Which ways of logging in are still to be tried, in one run. A way that worked is the only one from
 * then on; what it took to find it is not tried again.
 */
export class LoginWays {
  #worked: LoginWay | undefined;
  #tries = 0;
  readonly #failedMechanisms = new Set<Mechanism>();
  readonly #failedPasswords = new Set<string>();
  readonly #failed = new Set<string>();
  /** The last try ended with the connection, and another way is left. */
  isUnfinished = false;

  /** A login has worked in this run. */
  get hasWorked(): boolean {
    return this.#worked !== undefined;
  }

  /** @returns undefined when every way that the server offers has failed, or as many as may be tried */
  next(offered: readonly Mechanism[], password: string): LoginWay | undefined {
    if (this.#worked) return this.#worked;
    if (this.#tries >= mostTries) return undefined;
    return offered
      .flatMap(mechanism => passwordsLike(password).map(each => ({ mechanism, password: each })))
      .find(way => !this.#hasFailed(way));
  }

  worked(way: LoginWay): void {
    this.#worked = way;
  }

  /**
   * The way was refused, or the connection broke at it.
   * @param isAnswer the server said NO or BAD
   * @returns whether another one may be tried
   */
  failed(way: LoginWay, error: unknown, isAnswer: boolean): boolean {
    if (this.#worked || !(error instanceof MailstowError)) return false;
    this.#tries += 1;
    this.#failed.add(keyOf(way));
    const words = error.failure.serverText ?? '';
    if (error.kind !== 'login-refused') this.#failedMechanisms.add(way.mechanism);
    else if (aboutThePerson.test(words)) this.#failedPasswords.add(way.password);
    return isAnswer ? !aboutLocking.test(words) : error.kind !== 'stopped';
  }

  /** The server was not in the mood, which says nothing about the way. */
  putOff(): void {
    this.#tries = 0;
    this.#failed.clear();
    this.#failedMechanisms.clear();
    this.#failedPasswords.clear();
  }

  #hasFailed(way: LoginWay): boolean {
    return (
      this.#failed.has(keyOf(way)) ||
      this.#failedMechanisms.has(way.mechanism) ||
      this.#failedPasswords.has(way.password)
    );
  }
}

/** As it was typed, then without the blanks that only the provider's page shows. */
function passwordsLike(password: string): string[] {
  return shownInGroups.test(password) ? [password, password.replace(/\s/g, '')] : [password];
}

function keyOf({ mechanism, password }: LoginWay): string {
  return `${mechanism} ${password}`;
}

/**
 * The command LOGIN first, since every server has it. PLAIN first for anything but ASCII: it is defined
 * to carry UTF-8 (RFC 4616 section 2), while LOGIN is not.
 * @returns empty when the server takes no password on this connection
 */
export function offeredMechanisms(
  capabilities: ReadonlySet<string>,
  user: string,
  password: string,
): Mechanism[] {
  const login = capabilities.has('LOGINDISABLED') ? [] : (['LOGIN'] as const);
  const plain = capabilities.has('AUTH=PLAIN') ? (['AUTHENTICATE PLAIN'] as const) : [];
  const saslLogin = capabilities.has('AUTH=LOGIN') ? (['AUTHENTICATE LOGIN'] as const) : [];
  return isAscii(Buffer.from(user + password))
    ? [...login, ...plain, ...saslLogin]
    : [...plain, ...login, ...saslLogin];
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { serialize } from 'hono/utils/cookie';

/** More signed-in browsers than one household has; the oldest is signed out for the next. */
const mostSessions = 50;
const hour = 3_600_000;
/** Milliseconds after which a browser that asked for nothing is signed out, and after which any is. */
const longestIdle = 12 * hour;
const longestSession = 30 * 24 * hour;

const cookieRules = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;

interface Session {
  readonly begun: number;
  used: number;
}

/** Who may use the app: anyone who opened the printed address or gave the password, for a time. */
export class Sessions {
  /** What the printed address carries: 256 bits of chance. */
  readonly token = secret();
  readonly #cookieName: string;
  readonly #now: () => number;
  /** By the SHA-256 of each session's secret, oldest first. */
  readonly #open = new Map<string, Session>();

  /**
   * @param port tells servers of one machine apart, whose cookies a browser does not
   * @param now milliseconds
   */
  constructor(port: number, now: () => number = Date.now) {
    this.#cookieName = `mailstow-${port}`;
    this.#now = now;
  }

  isToken(given: string): boolean {
    return timingSafeEqual(digest(given), digest(this.token));
  }

  /** @returns the value of a Set-Cookie header */
  begin(): string {
    const value = secret();
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= mostSessions) this.#open.delete(oldest);
    const now = this.#now();
    this.#open.set(keyOf(value), { begun: now, used: now });
    return serialize(this.#cookieName, value, cookieRules);
  }

  /** Whether somebody is signed in who asks for something now. @param cookies value of a Cookie header */
  use(cookies: string | undefined): boolean {
    const session = this.#find(cookies);
    if (session !== undefined) session.used = this.#now();
    return session !== undefined;
  }

  /** The same of somebody who only listens. */
  isOpen(cookies: string | undefined): boolean {
    return this.#find(cookies) !== undefined;
  }

  /** @returns the value of a Set-Cookie header that takes the cookie back */
  end(cookies: string | undefined): string {
    for (const key of this.#keys(cookies)) this.#open.delete(key);
    return serialize(this.#cookieName, '', { ...cookieRules, maxAge: 0 });
  }

  #find(cookies: string | undefined): Session | undefined {
    const now = this.#now();
    for (const key of this.#keys(cookies)) {
      const session = this.#open.get(key);
      if (session === undefined) continue;
      if (now - session.used < longestIdle && now - session.begun < longestSession) return session;
      this.#open.delete(key);
    }
    return undefined;
  }

  /**
   * Of every cookie with the name: a browser sends two where another server of this machine set one for a path.
   * Looked up by digests, so that time tells nothing about the secrets.
   */
  *#keys(cookies: string | undefined): Iterable<string> {
    for (const pair of cookies?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === this.#cookieName && value) yield keyOf(value);
    }
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function keyOf(value: string): string {
  return digest(value).toString('hex');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

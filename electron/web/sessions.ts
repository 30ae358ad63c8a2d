import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** More signed-in browsers than one household has; the oldest is signed out for the next. */
const mostSessions = 50;

/** Who may use the app: whoever opened the printed address or gave the password, until the process ends. */
export class Sessions {
  /** What the printed address carries: 256 bits of chance. */
  readonly token = secret();
  readonly #cookieName: string;
  /** SHA-256 of each session's secret, oldest first. */
  readonly #open = new Set<string>();

  /** @param port tells servers of one machine apart, whose cookies a browser does not */
  constructor(port: number) {
    this.#cookieName = `mailstow-${port}`;
  }

  isToken(given: string): boolean {
    return timingSafeEqual(digest(given), digest(this.token));
  }

  /** @returns the value of a Set-Cookie header */
  begin(): string {
    const value = secret();
    const [oldest] = this.#open;
    if (oldest !== undefined && this.#open.size >= mostSessions) this.#open.delete(oldest);
    this.#open.add(digest(value).toString('hex'));
    return `${this.#cookieName}=${value}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** @param cookies value of a Cookie header */
  isOpen(cookies: string | undefined): boolean {
    for (const pair of cookies?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=', 2);
      if (name !== this.#cookieName || value === undefined) continue;
      // Looked up by its digest, so that time tells nothing about the secret.
      if (this.#open.has(digest(value).toString('hex'))) return true;
    }
    return false;
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

import { capability } from '../protocol/commands/capability.ts';
import type { Response } from '../protocol/response.ts';
import type { EncodingOptions } from '../wire/encoder.ts';
import type { Connection } from './connection.ts';
import { isUnanswered } from './refusal.ts';

/** What the server has said it can do; changes with STARTTLS and with the login (RFC 9051 section 6.1.1). */
export class Capabilities {
  #names: ReadonlySet<string> = new Set();
  #isCurrent = false;

  /** Upper case. */
  get names(): ReadonlySet<string> {
    return this.#names;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** By name, or because it is part of IMAP4rev2 (RFC 9051 appendix E). */
  hasOrRev2(name: string): boolean {
    return this.has(name) || this.has('IMAP4REV2');
  }

  /** IMAP4rev2 and nothing older: names are UTF-8 from the start (RFC 9051 appendix A). */
  get isRev2Only(): boolean {
    return this.has('IMAP4REV2') && !this.has('IMAP4REV1');
  }

  /** How arguments may be sent to a server of these capabilities. */
  encoding(utf8: boolean): EncodingOptions {
    return {
      literalPlus: this.has('LITERAL+'),
      literalMinus: this.hasOrRev2('LITERAL-'),
      utf8,
    };
  }

  /** Servers volunteer them as a response, or as the code of a status response (section 7.1). */
  observe(response: Response): void {
    if (response.kind === 'capability') this.#set(response.capabilities);
    else if (response.kind === 'status' && response.code?.name === 'CAPABILITY') {
      this.#set(response.code.list ?? []);
    }
  }

  /** What was said before encryption does not count behind it (RFC 9051 section 6.2.1). */
  forget(): void {
    this.#names = new Set();
    this.#isCurrent = false;
  }

  /** From here on they may be others. */
  expire(): void {
    this.#isCurrent = false;
  }

  /** Asks, unless the server has said them since the last change; one that does not answer keeps those it had. */
  async refresh(connection: Connection): Promise<void> {
    if (this.#isCurrent) return;
    try {
      this.#set(await connection.run(capability()));
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
  }

  #set(names: readonly string[]): void {
    this.#names = new Set(names.map(name => name.toUpperCase()));
    this.#isCurrent = true;
  }
}

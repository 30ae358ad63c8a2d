import { headerKey } from '../../run/recognise/header-key.ts';
import type { Pop3Session } from '../session/pop3-session.ts';
import { isRefusal } from '../session/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { headBytes, headerHash } from './header-hash.ts';
import { KeptBytes } from './kept-bytes.ts';
import type { DropMessage } from './maildrop.ts';
import { windowed } from './windowed.ts';

/** What the header of a message tells. */
export interface Head {
  /** {@link headerHash} */
  readonly hash: string;
  /** {@link headerKey} */
  readonly key: string;
  /** {@link arrivalOf} */
  readonly arrived: number | undefined;
}

/** The headers of messages of one session, each asked for once. */
export class Heads {
  readonly #session: Pop3Session;
  readonly #known = new Map<number, Head>();
  #hasTop = true;

  constructor(session: Pop3Session) {
    this.#session = session;
  }

  /** @returns undefined where it was not asked for, or the server refused it */
  of({ number }: Pick<DropMessage, 'number'>): Head | undefined {
    return this.#known.get(number);
  }

  /** Asks for those of these messages that are not known yet. */
  async ask(messages: Iterable<DropMessage>): Promise<void> {
    const asked = [...messages].filter(({ number }) => !this.#known.has(number));
    await windowed(this.#session, asked, async ({ number }) => {
      const head = await this.#headOf(number);
      if (head === undefined) return;
      const [hash, key] = [headerHash(head), headerKey(head)];
      this.#known.set(number, { hash, key, arrived: arrivalOf(head) });
    });
  }

  async #headOf(number: number): Promise<Buffer | undefined> {
    if (this.#hasTop) {
      const taker = new HeadTaker();
      try {
        await this.#session.top(number, taker);
        return taker.head;
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    }
    return await this.#byRetr(number);
  }

  /** TOP is optional (RFC 1939 section 7): a server without it sends the whole message, of which the header is kept. */
  async #byRetr(number: number): Promise<Buffer | undefined> {
    const taker = new HeadTaker();
    try {
      await this.#session.retr(number, taker);
      this.#hasTop = false;
      return taker.head;
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }
}

/** Keeps the first bytes of what it is given. */
class HeadTaker {
  readonly #kept = new KeptBytes(headBytes);
  readonly target = { write: (octets: Buffer) => this.#kept.add(octets) };

  get head(): Buffer {
    return this.#kept.bytes;
  }

  whole(): void {}
}

import { MailstowError } from '../../errors.ts';
import type { FetchResponse } from '../../protocol/response.ts';
import type { Session } from '../../session/session.ts';
import type { BegunMessage, MessagePart } from './begun-message.ts';
import { isRefusalOfMessages } from './refusal-of-messages.ts';
import type { TrackedLiterals } from './tracked-literals.ts';

/** Bytes that a connection must have brought for its break not to count against the message. */
const leastGain = 256 * 1024;

interface Surroundings {
  /** @throws where the disk has failed by now */
  check(): void;
  /** Takes an answer that is not the part, as of a server that cannot divide a message. */
  other(answer: FetchResponse): void;
}

/** The large messages of a download in which a connection broke, by UID. */
export class BegunMessages {
  readonly #begun = new Map<number, BegunMessage>();
  /** Those of which the server does not give a part: they are asked for as a whole. */
  readonly #undivided = new Set<number>();

  get(uid: number): BegunMessage | undefined {
    return this.#begun.get(uid);
  }

  /**
   * The connection broke within the message.
   * @returns whether it brought the message nearer to its end; if not, the message may be at fault
   */
  broke(uid: number, message: BegunMessage | undefined): boolean {
    if (message === undefined) return false;
    if (this.#undivided.has(uid)) {
      message.discard();
      return false;
    }
    if (this.#begun.get(uid) !== message) this.drop(uid);
    this.#begun.set(uid, message);
    return message.takeGain() >= leastGain;
  }

  drop(uid: number): void {
    this.#begun.get(uid)?.discard();
    this.#begun.delete(uid);
  }

  /**
   * Asks for the rest of a message, part by part.
   * @returns the answer as if it had come whole; undefined where the rest is not to be had: then all of it is to be
   *   asked for
   */
  async fetchRest(
    session: Session,
    literals: TrackedLiterals,
    uid: number,
    { check, other }: Surroundings,
  ): Promise<FetchResponse | undefined> {
    const message = this.#begun.get(uid);
    if (message === undefined) return undefined;
    for (;;) {
      check();
      const part = message.nextPart();
      literals.continuing = { message, part };
      const answer = await fetchPart(session, uid, part, other);
      literals.continuing = undefined;
      if (answer === undefined || !part.hasCome || isOther(message, answer)) {
        this.drop(uid);
        this.#undivided.add(uid);
        return undefined;
      }
      if (!message.isWhole) continue;
      this.#begun.delete(uid);
      const data = { kind: 'streamed', size: message.size, sink: message } as const;
      return { ...answer, sections: [{ section: '', data }] };
    }
  }
}

function isOther({ toldSize }: BegunMessage, { size }: FetchResponse): boolean {
  return size !== undefined && toldSize !== undefined && size !== toldSize;
}

/** @returns undefined where the server refuses, or answers with something else */
async function fetchPart(
  session: Session,
  uid: number,
  part: MessagePart,
  other: (answer: FetchResponse) => void,
): Promise<FetchResponse | undefined> {
  const body = `BODY.PEEK[]<${part.origin}.${part.length}>` as const;
  const items = ['UID', 'FLAGS', 'INTERNALDATE', 'RFC822.SIZE', body] as const;
  let found: FetchResponse | undefined;
  try {
    await session.uidFetch([[uid, uid]], items, answer => {
      const data = answer.sections.find(({ origin }) => origin === part.origin)?.data;
      // Within one chunk of the stream nobody asked where the bytes are to go.
      if (data?.kind === 'memory' && data.bytes.length <= part.length) part.write(data.bytes);
      else if (data?.kind !== 'streamed' || data.sink !== part) {
        other(answer);
        return;
      }
      found ??= answer;
    });
  } catch (error) {
    if (!(error instanceof MailstowError) || !isRefusalOfMessages(error)) throw error;
    return undefined;
  }
  return found;
}

import type { Failure } from '../../../shared/model/failure.ts';
import type { MessageWriter, Octets } from '../archive/message-writer.ts';
import { MailstowError } from '../errors.ts';
import type { FetchResponse } from '../protocol/response.ts';
import { fromNumbers } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { batches, halves } from './plan.ts';
import { TrackedLiterals } from './tracked-literals.ts';

/** Commands in flight on one connection: the next is already with the server when one is answered. */
const commandsInFlight = 2;

export interface DownloadOptions {
  readonly mailbox: string;
  readonly uids: readonly number[];
  readonly headersOnly: boolean;
  readonly writer: MessageWriter;
}

/**
 * The messages still to be fetched from one mailbox, shared by all connections that fetch them.
 * A batch that fails is halved until the message at fault is alone; the others are stored.
 */
export class Download {
  readonly #options: DownloadOptions;
  readonly #queue: number[][];
  readonly #section: 'HEADER' | '';
  /** Asked for and answered with OK, but not sent: expunged, or kept back by the server. */
  #unsent: number[] = [];
  /** Of those, the ones that are still on the server: asked for once more, each alone. */
  readonly #lastTry = new Set<number>();
  readonly problems: Failure[] = [];

  constructor(options: DownloadOptions) {
    this.#options = options;
    this.#queue = batches(options.uids);
    this.#section = options.headersOnly ? 'HEADER' : '';
  }

  /** Commands that are still to be sent. */
  get batchCount(): number {
    return this.#queue.length;
  }

  get isFinished(): boolean {
    return this.#queue.length === 0 && this.#unsent.length === 0;
  }

  /**
   * Fetches on one connection, whose mailbox is open, until nothing is left in the queue.
   * @param onReceived called for each message that arrived whole, before it is on disk
   */
  async drain(session: Session, onReceived: () => void): Promise<void> {
    const literals = new TrackedLiterals(this.#options.writer);
    session.useLiteralStore(literals);
    session.useGate(this.#options.writer);
    try {
      for (;;) {
        const lanes = Array.from({ length: commandsInFlight }, () =>
          this.#lane(session, literals, onReceived),
        );
        await throwFirst(lanes);
        if (this.#unsent.length === 0) return;
        await this.#queueUnsent(session);
      }
    } finally {
      session.useLiteralStore(undefined);
      session.useGate(undefined);
      literals.discardAll();
    }
  }

  async #lane(session: Session, literals: TrackedLiterals, onReceived: () => void): Promise<void> {
    for (let batch = this.#queue.shift(); batch !== undefined; batch = this.#queue.shift()) {
      const left = new Set(batch);
      if (this.#options.writer.failure !== undefined) throw this.#options.writer.failure;
      try {
        await this.#fetch(session, literals, left, onReceived);
        for (const uid of left) this.#keptBack(uid);
      } catch (error) {
        this.#afterFailure(error, batch, left);
      }
    }
  }

  async #fetch(
    session: Session,
    literals: TrackedLiterals,
    left: Set<number>,
    onReceived: () => void,
  ): Promise<void> {
    const body = `BODY.PEEK[${this.#section}]` as const;
    const items = ['UID', 'FLAGS', 'INTERNALDATE', 'RFC822.SIZE', body] as const;
    await session.uidFetch(fromNumbers([...left]), items, message => {
      if (this.#take(message, left, literals)) onReceived();
    });
  }

  /** True when a message arrived whole and is on its way to the disk. */
  #take(message: FetchResponse, left: Set<number>, literals: TrackedLiterals): boolean {
    const part = message.sections.find(section => section.section === this.#section);
    if (part === undefined) return false;
    const octets = part.data;
    if (octets !== null) literals.release(octets);
    const uid = message.uid ?? onlyOne(left);
    if (uid === undefined || !left.delete(uid)) {
      if (octets !== null) this.#options.writer.discard(octets);
      return false;
    }
    if (octets === null || (sizeOf(octets) === 0 && message.size !== 0)) {
      this.#problem(uid, 'The server sent the message without its content.');
      return false;
    }
    const { internalDate, flags = [] } = message;
    this.#options.writer.store(
      { uid, flags, ...(internalDate === undefined ? {} : { internalDate }) },
      octets,
    );
    return true;
  }

  /** The server's refusal of one command is narrowed down; any other failure ends this connection's part. */
  #afterFailure(error: unknown, batch: readonly number[], left: ReadonlySet<number>): void {
    const rest = [...left];
    const refusal = error instanceof MailstowError && error.failure.scope === 'message';
    if (!refusal) {
      if (rest.length > 0) this.#queue.unshift(rest);
      throw error;
    }
    const [only, ...others] = rest;
    if (only === undefined) return;
    if (others.length > 0) this.#queue.unshift(...halves(rest));
    else if (batch.length > 1) this.#queue.unshift(rest);
    else this.#problem(only, error.failure.message, error.failure.serverText);
  }

  #keptBack(uid: number): void {
    if (!this.#lastTry.has(uid)) this.#unsent.push(uid);
    else this.#problem(uid, 'The server says OK but does not send the message.');
  }

  /** What is gone from the server by now is no problem; what is still there gets its last try. */
  async #queueUnsent(session: Session): Promise<void> {
    const asked = this.#unsent;
    await session.uidFetch(fromNumbers(asked), ['UID'], ({ uid }) => {
      if (uid === undefined || this.#lastTry.has(uid)) return;
      this.#lastTry.add(uid);
      this.#queue.push([uid]);
    });
    this.#unsent = this.#unsent.filter(uid => !asked.includes(uid));
  }

  #problem(uid: number, message: string, serverText?: string): void {
    this.problems.push({
      kind: 'message-not-stored',
      scope: 'message',
      message,
      nextStep: 'All other messages are stored. Run again to try this one once more.',
      mailbox: this.#options.mailbox,
      uid,
      ...(serverText === undefined ? {} : { serverText }),
    });
  }
}

/** Waits for all, so that nothing of a lane runs on behind a failure, then throws the first failure. */
async function throwFirst(lanes: readonly Promise<void>[]): Promise<void> {
  for (const lane of await Promise.allSettled(lanes)) {
    if (lane.status === 'rejected') throw lane.reason;
  }
}

function onlyOne(uids: ReadonlySet<number>): number | undefined {
  return uids.size === 1 ? uids.values().next().value : undefined;
}

function sizeOf(octets: Octets): number {
  return octets.kind === 'memory' ? octets.bytes.length : octets.size;
}

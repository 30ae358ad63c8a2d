import { failureOf } from '../../../../shared/i18n/failure-of.ts';
import type { Failure } from '../../../../shared/model/failure.ts';
import type { MessageWriter, NewMessage } from '../../archive/writer/message-writer.ts';
import { MailstowError } from '../../errors.ts';
import type { Naming } from '../../mail/header/head.ts';
import { isConnectionLoss } from '../../run/connection/retry.ts';
import { throttled } from '../../run/connection/throttling.ts';
import type { CutShort } from '../../run/download/download.ts';
import type { ProgressReporter } from '../../run/download/progress.ts';
import type { Suspects } from '../../run/download/suspects.ts';
import type { Pop3Session } from '../session/pop3-session.ts';
import { isRefusal } from '../session/refusal.ts';
import { arrivalOf } from './arrival.ts';
import type { DropMessage } from './maildrop.ts';
import { MessageBody, memoryBytes } from './message-body.ts';
import { windowed } from './windowed.ts';

/** A server that is wrong about so many sizes is wrong about all: nothing more is asked for twice. */
const mistakesBelieved = 20;

/** A message to fetch, and the UID that it has or gets. */
export interface WantedMessage extends DropMessage {
  readonly uid: number;
}

export interface DropDownloadOptions {
  readonly mailbox: string;
  readonly headersOnly: boolean;
  readonly writer: MessageWriter;
  readonly suspects: Suspects;
  readonly progress: ProgressReporter;
  /** Told that something arrived, or that a message was found to be at fault. */
  onGain(): void;
  freeBytes(): number;
  /** Reads out of a message's first bytes what files are named by, where they are. */
  readonly namingOf?: ((head: Buffer, arrived: number | undefined) => Naming) | undefined;
}

/** A message on its way. */
interface Flight {
  readonly wanted: WantedMessage;
  readonly body: MessageBody;
  hasBegun: boolean;
}

/**
 * The messages still to be fetched from one maildrop, over as many connections as it takes, one after the other. A message
 * counts once its last line has come and what follows it is an answer. One at which the connection breaks is put aside
 * and tried alone at the end. All others are stored.
 */
export class DropDownload {
  readonly #options: DropDownloadOptions;
  /** One message at a time is on the stream. */
  readonly #scratch = Buffer.allocUnsafeSlow(memoryBytes);
  readonly #putAside = new Set<number>();
  /** Handed to the writer, or a problem: not asked for again. */
  readonly #settled = new Set<number>();
  readonly #refusedOnce = new Set<number>();
  readonly #askedAgain = new Set<number>();
  readonly problems: Failure[] = [];
  /** Stored although far shorter than the server says, twice. */
  readonly cutShort: CutShort[] = [];
  /** What the server sent of messages that are a problem, by UID. */
  readonly raw = new Map<number, Buffer>();

  constructor(options: DropDownloadOptions) {
    this.#options = options;
  }

  /** Fetches on one connection until nothing is left to do. @throws the failure of the connection */
  async drain(session: Pop3Session, all: readonly WantedMessage[]): Promise<void> {
    const flights = new Set<Flight>();
    const isLeft = ({ uid }: WantedMessage) => !this.#settled.has(uid);
    try {
      const ordinary = all.filter(({ uid }) => !this.#putAside.has(uid)).filter(isLeft);
      await windowed(session, ordinary, wanted => this.#fetch(session, wanted, flights, false));
      // Once more, each alone: what was refused, what came too short, and what the connection broke at.
      for (const wanted of all.filter(isLeft)) {
        while (isLeft(wanted)) await this.#fetch(session, wanted, flights, true);
      }
    } catch (error) {
      this.#blame([...flights], error);
      throw error;
    } finally {
      for (const { body } of flights) body.abort();
    }
  }

  /** The disk takes no file of that size; it takes others. */
  tooLargeForDisk(uid: number): void {
    this.#problem(uid, 'message-too-large-for-disk');
  }

  async #fetch(
    session: Pop3Session,
    wanted: WantedMessage,
    flights: Set<Flight>,
    isAlone: boolean,
  ): Promise<void> {
    const { writer, headersOnly } = this.#options;
    if (writer.failure !== undefined) throw writer.failure;
    const body = new MessageBody({
      ...this.#options,
      scratch: this.#scratch,
      size: wanted.size,
      isKept: isAlone,
    });
    const flight: Flight = { wanted, body, hasBegun: false };
    flights.add(flight);
    const taker = {
      target: body,
      begin: () => {
        flight.hasBegun = true;
      },
      whole: () => this.#take(wanted, body, isAlone),
    };
    try {
      if (headersOnly) await session.top(wanted.number, taker);
      else await session.retr(wanted.number, taker);
    } catch (error) {
      if (!isRefusal(error) || throttled(error.failure) !== undefined) throw error;
      this.#refused(wanted.uid, error);
    }
    flights.delete(flight);
  }

  #take(wanted: WantedMessage, body: MessageBody, isAlone: boolean): void {
    const { writer, suspects, onGain, namingOf } = this.#options;
    const { uid, size, uidl } = wanted;
    if (body.length === 0 && size > 0) {
      body.abort();
      if (isAlone) this.#problem(uid, 'message-without-content');
      return;
    }
    if (this.#isCutShort(uid, body.length, size)) {
      body.abort();
      return;
    }
    const { head } = body;
    const internalDate = arrivalOf(head);
    const message: NewMessage = {
      uid,
      flags: [],
      announced: size,
      ...(uidl !== undefined && { uidl }),
      ...(internalDate !== undefined && { internalDate }),
      ...namingOf?.(head, internalDate),
    };
    writer.store(message, body.take());
    this.#settled.add(uid);
    suspects.received();
    onGain();
  }

  /** True for a message that is worth another try; one that comes so again is stored, and named. */
  #isCutShort(uid: number, bytes: number, size: number): boolean {
    const lack = size - bytes;
    if (this.#options.headersOnly || lack <= 1000 || lack <= size / 10) return false;
    const isSecond = this.#askedAgain.has(uid) || this.cutShort.length >= mistakesBelieved;
    if (isSecond) this.cutShort.push({ uid, bytes, size });
    else this.#askedAgain.add(uid);
    return !isSecond;
  }

  #refused(uid: number, { failure }: MailstowError): void {
    if (this.#refusedOnce.has(uid)) this.#problem(uid, 'message-refused', failure.serverText);
    this.#refusedOnce.add(uid);
  }

  /** The connection broke at the first message that was under way, if it broke at any. */
  #blame(flights: readonly Flight[], error: unknown): void {
    const [first] = flights;
    const isBreak = error instanceof MailstowError && isConnectionLoss(error.failure);
    if (first === undefined || !isBreak || throttled(error.failure) !== undefined) return;
    // It is none of theirs.
    if (error.failure.code === 'new-connection-wanted') return;
    const { suspects, onGain } = this.#options;
    const { wanted, body, hasBegun } = first;
    const { uid } = wanted;
    if (body.refused !== undefined) {
      if (suspects.found()) onGain();
      this.#settled.add(uid);
      const { mailbox } = this.#options;
      const args = { size: body.refused };
      this.problems.push(failureOf('message-larger-than-space', { args, mailbox, uid }));
      return;
    }
    const { giveUp, isProgress } = suspects.broke(uid, hasBegun);
    if (isProgress) onGain();
    this.#putAside.add(uid);
    if (!giveUp) return;
    if (body.kept.length > 0) this.raw.set(uid, body.kept);
    this.#problem(uid, 'message-breaks-connection');
  }

  #problem(uid: number, code: MessageProblem, serverText?: string): void {
    this.#settled.add(uid);
    const { mailbox } = this.#options;
    this.problems.push(failureOf(code, { mailbox, uid, serverText }));
  }
}

type MessageProblem =
  | 'message-without-content'
  | 'message-refused'
  | 'message-breaks-connection'
  | 'message-too-large-for-disk';

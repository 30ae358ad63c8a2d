import { failureOf } from '../../../../shared/i18n/failure-of.ts';
import type { Failure } from '../../../../shared/model/failure.ts';
import type { MessageData, MessageWriter } from '../../archive/writer/message-writer.ts';
import { MailstowError } from '../../errors.ts';
import type { Naming } from '../../mail/header/head.ts';
import type { FetchResponse, UidRanges } from '../../protocol/response.ts';
import { count, fromNumbers, numbers } from '../../protocol/uid-set.ts';
import type { Session } from '../../session/session.ts';
import { isConnectionLoss } from '../connection/retry.ts';
import type { RunControl } from '../connection/run-control.ts';
import { throttled } from '../connection/throttling.ts';
import { Alone } from './alone.ts';
import { batches, halves } from './batches.ts';
import { BegunMessages } from './begun-messages.ts';
import type { ProgressReporter } from './progress.ts';
import { isRefusalOfMessages } from './refusal-of-messages.ts';
import { stillThere } from './still-there.ts';
import type { Suspects } from './suspects.ts';
import { TrackedLiterals } from './tracked-literals.ts';

/** Commands in flight on one connection: the next is already with the server when one is answered. */
const commandsInFlight = 2;

/** A server that is wrong about so many sizes is wrong about all: nothing more is asked for twice. */
const mistakesBelieved = 20;

/** A message of which far fewer bytes came than RFC822.SIZE says. */
export interface CutShort {
  readonly uid: number;
  readonly bytes: number;
  readonly size: number;
}

export interface DownloadOptions {
  readonly mailbox: string;
  readonly uids: UidRanges;
  readonly headersOnly: boolean;
  readonly writer: MessageWriter;
  readonly suspects: Suspects;
  /** Told of large messages while they arrive. */
  readonly progress: ProgressReporter;
  /** Room on the disk of the archive. */
  freeBytes(): number;
  /** Reads out of a message's first bytes what files are named by, where they are; with its INTERNALDATE. */
  readonly namingOf?: (head: Buffer, arrived: number | undefined) => Naming;
}

/** One connection's part in a download, until the work is done or the connection is lost. */
interface Flight {
  readonly session: Session;
  readonly literals: TrackedLiterals;
  /** What is still owed of each command in flight, oldest first. */
  readonly owed: Set<Set<number>>;
  onProgress(): void;
}

/**
 * The messages still to be fetched from one mailbox, shared by all connections that fetch them. A batch
 * that the server refuses is halved until the message at fault is alone; a message at which the
 * connection breaks is put aside and tried alone at the end, a large one from where it broke. All others are stored.
 */
export class Download {
  readonly #options: Omit<DownloadOptions, 'uids'>;
  readonly #queue: UidRanges[];
  readonly #section: 'HEADER' | '';
  /** Messages at which the connection broke: each waits to be tried alone. */
  readonly #putAside: number[] = [];
  /** Asked for and answered with OK, but not sent: expunged, or kept back by the server. */
  #unsent: number[] = [];
  /** Of those, the ones that are still on the server: asked for once more, each alone. */
  readonly #lastTry = new Set<number>();
  /** A message that is tried alone has no other command beside it, on whatever connection. */
  readonly #alone = new Alone();
  /** Of those put aside, the ones of which a large part is there. */
  readonly #begun = new BegunMessages();
  readonly problems: Failure[] = [];
  /** Stored although far shorter than the server says, twice. */
  readonly cutShort: CutShort[] = [];
  /** Came far shorter than the server says and were asked for once more. */
  readonly #askedAgain = new Set<number>();
  /** Removed from the server since they were named. */
  readonly gone: number[] = [];
  /** What the server sent of messages that are a problem, by UID. */
  readonly raw = new Map<number, Buffer>();

  constructor({ uids, ...options }: DownloadOptions) {
    this.#options = options;
    this.#queue = batches(uids);
    this.#section = options.headersOnly ? 'HEADER' : '';
  }

  /** Commands that are still to be sent. */
  get batchCount(): number {
    return this.#queue.length;
  }

  get isFinished(): boolean {
    return this.#queue.length + this.#unsent.length + this.#putAside.length === 0;
  }

  /**
   * Fetches on one connection, whose mailbox is open, until nothing is left to do.
   * @param onProgress called for each message that arrived whole, before it is on disk, and for each
   *   that is found to be at fault
   */
  async drain(session: Session, control: RunControl, onProgress: () => void): Promise<void> {
    const { writer, progress, freeBytes } = this.#options;
    const literals = new TrackedLiterals(writer, progress, freeBytes);
    const flight: Flight = { session, literals, owed: new Set(), onProgress };
    session.useLiteralStore(literals);
    session.useGate({ ready: () => control.ready() ?? writer.ready() });
    try {
      await this.#drain(flight);
    } catch (error) {
      this.#takeBack(flight, error);
      throw error;
    } finally {
      session.useLiteralStore(undefined);
      session.useGate(control);
      literals.discardAll();
    }
  }

  async #drain(flight: Flight): Promise<void> {
    for (;;) {
      await throwFirst(Array.from({ length: commandsInFlight }, () => this.#lane(flight)));
      const suspect = this.#unsent.length > 0 ? undefined : this.#putAside.shift();
      if (suspect !== undefined) await this.#tryAlone(flight, suspect);
      else if (this.#unsent.length > 0)
        await this.#alone.share(() => this.#queueUnsent(flight.session));
      else return;
    }
  }

  async #lane(flight: Flight): Promise<void> {
    for (let batch = this.#queue.shift(); batch !== undefined; batch = this.#queue.shift()) {
      const taken = batch;
      await this.#alone.share(() => this.#fetchBatch(flight, taken));
    }
  }

  async #tryAlone(flight: Flight, uid: number): Promise<void> {
    flight.literals.keepsBytes = true;
    await this.#alone.alone(async () => {
      const isBegun = this.#begun.get(uid) !== undefined;
      if (isBegun && (await this.#fetchRest(flight, uid))) return;
      await this.#fetchBatch(flight, fromNumbers([uid]));
    });
    flight.literals.keepsBytes = false;
  }

  /** @returns false where all of the message is to be asked for */
  async #fetchRest(flight: Flight, uid: number): Promise<boolean> {
    const left = new Set([uid]);
    flight.owed.add(left);
    const { session, literals } = flight;
    const message = await this.#begun.fetchRest(session, literals, uid, {
      check: () => this.#requireWriter(),
      other: answer => this.#takeIfWhole(answer, left, flight),
    });
    if (message !== undefined) this.#arrived(message, left, flight);
    flight.owed.delete(left);
    return !left.has(uid);
  }

  /** A server that cannot divide a message sends all of it. */
  #takeIfWhole(message: FetchResponse, left: Set<number>, flight: Flight): void {
    if (message.sections.every(({ origin }) => origin === undefined)) {
      this.#arrived(message, left, flight);
      return;
    }
    for (const { data } of message.sections) {
      if (data !== null) this.#options.writer.discard(flight.literals.release(data).data);
    }
  }

  async #fetchBatch(flight: Flight, batch: UidRanges): Promise<void> {
    const left = new Set(numbers(batch));
    flight.owed.add(left);
    this.#requireWriter();
    try {
      await this.#fetch(flight, left);
      for (const uid of left) this.#keptBack(uid);
    } catch (error) {
      if (!isRefusalOfMessages(error)) throw error;
      this.#narrowDown(error, count(batch), left);
    }
    flight.owed.delete(left);
  }

  async #fetch(flight: Flight, left: Set<number>): Promise<void> {
    const body = `BODY.PEEK[${this.#section}]` as const;
    const items = ['UID', 'FLAGS', 'INTERNALDATE', 'RFC822.SIZE', body] as const;
    await flight.session.uidFetch(fromNumbers([...left]), items, message =>
      this.#arrived(message, left, flight),
    );
  }

  #requireWriter(): void {
    if (this.#options.writer.failure !== undefined) throw this.#options.writer.failure;
  }

  #arrived(message: FetchResponse, left: Set<number>, { literals, onProgress }: Flight): void {
    if (!this.#take(message, left, literals)) return;
    this.#options.suspects.received();
    onProgress();
  }

  /** True when a message arrived whole and is on its way to the disk. */
  #take(message: FetchResponse, left: Set<number>, literals: TrackedLiterals): boolean {
    const part = message.sections.find(section => section.section === this.#section);
    if (part === undefined) return false;
    const { data, head } =
      part.data === null ? { data: null, head: undefined } : literals.release(part.data);
    const uid = message.uid ?? quirkOnlyOneAsked(left);
    if (uid === undefined || !left.delete(uid)) {
      if (data !== null) this.#options.writer.discard(data);
      return false;
    }
    if (data === null || (sizeOf(data) === 0 && message.size !== 0)) {
      this.#problem(uid, 'message-without-content');
      return false;
    }
    if (data !== null && this.#isCutShort(uid, sizeOf(data), message.size)) {
      this.#options.writer.discard(data);
      this.#queue.push(fromNumbers([uid]));
      return false;
    }
    const { internalDate, flags = [] } = message;
    const named = head && this.#options.namingOf?.(head, internalDate);
    const dated = internalDate === undefined ? {} : { internalDate };
    this.#options.writer.store({ uid, flags, ...dated, ...named }, data);
    return true;
  }

  /** True for a message that is worth another try; one that comes so again is stored, and named. */
  #isCutShort(uid: number, bytes: number, size = 0): boolean {
    const lack = size - bytes;
    if (this.#options.headersOnly || lack <= 1000 || lack <= size / 10) return false;
    const isSecond = this.#askedAgain.has(uid) || this.cutShort.length >= mistakesBelieved;
    if (isSecond) this.cutShort.push({ uid, bytes, size });
    else this.#askedAgain.add(uid);
    return !isSecond;
  }

  /** The server refuses a command as a whole for one of its messages: Yahoo, MailKit#358, imap-backup#218. */
  #narrowDown(error: MailstowError, asked: number, left: ReadonlySet<number>): void {
    const [only] = left;
    if (only === undefined) return;
    const rest = fromNumbers(left);
    if (left.size > 1) this.#queue.unshift(...halves(rest));
    else if (asked > 1) this.#queue.unshift(rest);
    // It may be refused because it is gone by now (RFC 5530 EXPUNGEISSUED, and NO without a code).
    else if (!this.#lastTry.has(only)) this.#unsent.push(only);
    else this.#problem(only, 'message-refused', error.failure.serverText);
  }

  /** The connection's part ends: what it still owed is for the next, the message at fault put aside. */
  #takeBack(flight: Flight, error: unknown): void {
    const isBreak =
      error instanceof MailstowError &&
      isConnectionLoss(error.failure) &&
      throttled(error.failure) === undefined;
    const suspect = isBreak ? (this.#refused(flight) ?? this.#blame(flight)) : undefined;
    for (const left of [...flight.owed].reverse()) {
      const others = [...left].filter(uid => uid !== suspect);
      const rest = others.filter(uid => this.#begun.get(uid) === undefined);
      if (rest.length > 0) this.#queue.unshift(fromNumbers(rest));
      if (rest.length < others.length) this.#putAside.push(...others);
    }
  }

  /** A message larger than anything that can be: no other try would make it smaller. */
  #refused({ owed, literals: { refused }, onProgress }: Flight): number | undefined {
    if (refused === undefined) return undefined;
    const outstanding = [...owed].flatMap(left => [...left]);
    const only = outstanding.length === 1 ? outstanding[0] : undefined;
    const uid = refused.uid ?? only;
    if (uid === undefined || !outstanding.includes(uid)) return undefined;
    if (this.#options.suspects.found()) onProgress();
    this.problems.push(
      failureOf(`message-larger-than-${refused.than}`, {
        args: { size: refused.size },
        mailbox: this.#options.mailbox,
        uid,
      }),
    );
    return uid;
  }

  /** The message within whose bytes the connection broke, else the first that was still owed. */
  #blame({ owed, literals, onProgress }: Flight): number | undefined {
    const outstanding = [...owed].flatMap(left => [...left]);
    const { interrupted } = literals;
    const named = interrupted?.uid;
    const isNamed = named !== undefined && outstanding.includes(named);
    const uid = isNamed ? named : outstanding[0];
    if (uid === undefined) return undefined;
    const isCertain = isNamed || (interrupted !== undefined && outstanding.length === 1);
    if (isCertain && this.#begun.broke(uid, literals.takeBegun())) {
      onProgress();
      this.#putAside.push(uid);
      return uid;
    }
    const { giveUp, isProgress } = this.#options.suspects.broke(uid, isCertain);
    if (isProgress) onProgress();
    if (giveUp) {
      this.#begun.drop(uid);
      const bytes = interrupted?.bytes;
      if (isCertain && bytes !== undefined && bytes.length > 0) this.raw.set(uid, bytes);
      this.#problem(uid, 'message-breaks-connection');
    } else if (outstanding.length > 1) this.#putAside.push(uid);
    // It was alone already: once more at once, so that its breaks count in a row.
    else this.#putAside.unshift(uid);
    return uid;
  }

  /** The disk takes no file of that size; it takes others. */
  tooLargeForDisk(uid: number): void {
    this.#problem(uid, 'message-too-large-for-disk');
  }

  /** OK without the message, as Exchange answers BODY.PEEK[] of some: OfflineIMAP#62, MailKit#908. */
  #keptBack(uid: number): void {
    if (!this.#lastTry.has(uid)) this.#unsent.push(uid);
    else this.#problem(uid, 'message-not-sent');
  }

  /** What is gone from the server by now is no problem; what is still there gets its last try. */
  async #queueUnsent(session: Session): Promise<void> {
    const asked = this.#unsent;
    const there = new Set(await stillThere(session, asked));
    for (const uid of asked) {
      if (!there.has(uid)) this.gone.push(uid);
      else {
        this.#lastTry.add(uid);
        this.#queue.push(fromNumbers([uid]));
      }
    }
    this.#unsent = this.#unsent.filter(uid => !asked.includes(uid));
  }

  #problem(uid: number, code: MessageProblem, serverText?: string): void {
    const { mailbox } = this.#options;
    this.problems.push(failureOf(code, { mailbox, uid, serverText }));
  }
}

type MessageProblem =
  | 'message-without-content'
  | 'message-refused'
  | 'message-not-sent'
  | 'message-breaks-connection'
  | 'message-too-large-for-disk';

/** Waits for all, so that nothing of a lane runs on behind a failure, then throws the first failure. */
async function throwFirst(lanes: readonly Promise<void>[]): Promise<void> {
  for (const lane of await Promise.allSettled(lanes)) {
    if (lane.status === 'rejected') throw lane.reason;
  }
}

/** FETCH without UID (nextcloud/mail#13507): it can only be told where one message was asked for. */
function quirkOnlyOneAsked(uids: ReadonlySet<number>): number | undefined {
  return uids.size === 1 ? uids.values().next().value : undefined;
}

function sizeOf(data: MessageData): number {
  return data.kind === 'memory' ? data.bytes.length : data.size;
}

import { MailstowError } from '../errors.ts';
import type { Command } from '../protocol/command.ts';
import { parseResponse } from '../protocol/parse-response.ts';
import type { Response, StatusResponse } from '../protocol/response.ts';
import { type EncodingOptions, encodeCommand } from '../wire/encoder.ts';
import type { Frame, LiteralStore } from '../wire/frame.ts';
import { Framer } from '../wire/framer.ts';
import {
  fellSilent,
  greetingOfPop3,
  injected,
  noAnswer,
  notAGreeting,
  turnedAway,
  unknownAnswer,
  withWords,
} from './connection-failure.ts';
import { type Gate, HeldReading } from './held-reading.ts';
import { Secrets } from './login/secrets.ts';
import { withoutSecrets } from './login/without-secrets.ts';
import { type PendingCommand, pendingCommand } from './pending-command.ts';
import { ProgressWatch } from './progress-watch.ts';
import { type Refusal, refusedIn } from './refusal.ts';
import type { ServerHabits } from './server-habits.ts';
import { wordsOf } from './server-words.ts';
import type { Conversation } from './trace/conversation.ts';
import { Deadline } from './transport/deadline.ts';
import type { Transport } from './transport/transport.ts';
import { stopped } from './transport/transport-failure.ts';

export interface ConnectionListener {
  /** Every response, in the order of the stream, before a command takes it. */
  observed(response: Response): void;
  /** Those that no command took. */
  unclaimed(response: Response): void;
  /** The connection is gone, and not by {@link Connection.end}. */
  lost?(): void;
}

/** Bytes of the IMAP stream and counts. */
export interface Traffic {
  readonly received: number;
  readonly sent: number;
  readonly commands: number;
  /** How often something arrived after something had been sent: commands sent together count once. */
  readonly roundTrips: number;
}

/** Runs commands over a transport: tags, pipelining, continuation requests, deadlines. Knows no command. */
export class Connection {
  readonly #transport: Transport;
  readonly #listener: ConnectionListener;
  readonly #timeout: number;
  readonly #habits: ServerHabits;
  readonly #conversation: Conversation | undefined;
  readonly #framer = new Framer(frame => this.#onFrame(frame));
  readonly #deadline: Deadline;
  readonly #watch: ProgressWatch;
  readonly #reading: HeldReading;
  readonly #traffic = { received: 0, sent: 0, commands: 0, roundTrips: 0 };
  /** Commands in flight, oldest first. */
  readonly #pending: PendingCommand[] = [];
  /** Commands that wait because another has the line to itself. */
  readonly #queue: PendingCommand[] = [];
  /** The command in flight that is not sent whole, or that is in a dialogue. */
  #sending: PendingCommand | undefined;
  #greeted: { resolve(greeting: StatusResponse): void; reject(failure: Error): void } | undefined;
  /** STARTTLS in flight: behind its OK no byte may come before the handshake. */
  #sealing: Command<unknown> | undefined;
  #sealed = false;
  /** COMPRESS in flight: nothing may be sent behind it before it is answered (RFC 4978 section 3). */
  #compressing: Command<unknown> | undefined;
  #awaitingAnswer = false;
  /** The command whose next line is being made. */
  #answering: PendingCommand | undefined;
  /** What the server said outside of an answer, most often just before it hung up. */
  #lastWords: string | undefined;
  #failure: Error | undefined;

  #secrets = new Secrets('', '');

  /** How arguments are sent; what the server has said it understands. */
  encoding: EncodingOptions = { literalPlus: false, literalMinus: false, utf8: false };

  /**
   * @param timeout milliseconds of silence while an answer is owed
   * @param habits what is known of the server, and what this connection learns of it
   * @param conversation records what is said, where somebody asked for it
   */
  constructor(
    transport: Transport,
    timeout: number,
    listener: ConnectionListener,
    habits: ServerHabits,
    conversation?: Conversation,
  ) {
    this.#transport = transport;
    this.#conversation = conversation;
    this.#timeout = timeout;
    this.#habits = habits;
    this.#listener = listener;
    this.#deadline = new Deadline(timeout, () => this.#expired());
    this.#watch = new ProgressWatch(timeout);
    this.#reading = new HeldReading({
      transport,
      deadline: this.#deadline,
      watch: this.#watch,
      isOwed: () => this.#pending.length > 0,
      failed: cause => this.#fail(cause),
    });
  }

  /** Masked in everything that comes from the server; known before the login on a second connection. */
  get secrets(): Secrets {
    return this.#secrets;
  }

  set secrets(secrets: Secrets) {
    this.#secrets = secrets;
    this.#conversation?.hide(secrets);
  }

  get traffic(): Traffic {
    return this.#traffic;
  }

  /** Begins to read. @throws MailstowError 'receive', 'unknown-response' or 'connection' */
  greeting(): Promise<StatusResponse> {
    return new Promise((resolve, reject) => {
      this.#greeted = { resolve, reject };
      this.#deadline.start();
      this.#transport.listen({
        data: chunk => this.#onData(chunk),
        closed: failure => this.#fail(failure),
      });
    });
  }

  /**
   * Sends a command, behind those in flight.
   * @param refusal makes the failure when the server answers NO or BAD
   * @throws MailstowError; the failure of the connection when that is lost
   */
  run<Result>(command: Command<Result>, refusal: Refusal = refusedIn('account')): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#failure) throw this.#failure;
      const tag = `A${++this.#traffic.commands}`;
      const parts = encodeCommand(tag, command.name, command.arguments, this.encoding);
      this.#queue.push(pendingCommand(tag, command, parts, refusal, resolve, reject));
      this.#sendNext();
    });
  }

  /** Sends STARTTLS and goes on encrypted; a connection on which that fails is closed. */
  async secure(command: Command<unknown>, refusal: Refusal): Promise<void> {
    try {
      this.#sealing = command;
      await this.run(command, refusal);
      // The answer came, but what followed in the same chunk has ended the connection.
      if (this.#failure) throw this.#failure;
      if (this.#framer.reset().length > 0) throw injected();
      await this.#transport.secure();
      this.#conversation?.secured(this.#transport.encryption);
      this.#sealed = false;
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** Sends COMPRESS; after its OK both directions are compressed. Commands run meanwhile wait for the answer. */
  async compress(command: Command<unknown>): Promise<void> {
    this.#compressing = command;
    await this.run(command);
  }

  useLiteralStore(store: LiteralStore | undefined): void {
    this.#framer.setStore(store);
  }

  /** A new gate, or none, also lets go of what the former one held. */
  useGate(gate: Gate | undefined): void {
    this.#reading.useGate(gate);
  }

  /** Closes politely; for after LOGOUT. */
  end(): void {
    this.#abandon(stopped());
    this.#conversation?.ended();
    this.#transport.end();
  }

  /** At once; commands in flight fail. */
  destroy(): void {
    this.#fail(stopped());
  }

  #onData(chunk: Buffer): void {
    this.#traffic.received += chunk.length;
    if (this.#awaitingAnswer) {
      this.#awaitingAnswer = false;
      this.#traffic.roundTrips++;
    }
    this.#deadline.refresh();
    try {
      if (this.#sealed) throw injected();
      this.#framer.push(chunk);
      this.#watch.received(chunk.length, this.#framer.insideResponse);
      const [oldest] = this.#pending;
      // What is said while we take our time for the next line is no answer that is late.
      if (oldest && oldest !== this.#answering) this.#watch.check(oldest.command.name);
      this.#reading.holdWhereShut();
    } catch (error) {
      this.#fail(error);
    }
  }

  #onFrame(frame: Frame): void {
    if (this.#failure) return;
    if (this.#sealed) throw injected();
    const parsed = parseResponse(frame);
    this.#conversation?.received(frame, parsed, this.#sending?.command);
    const response = withoutSecrets(parsed, this.#secrets);
    this.#listener.observed(response);
    if (this.#greeted) this.#greet(response);
    // As it came: a challenge with a part masked would be another one.
    else if (parsed.kind === 'continuation') this.#continue(parsed.text);
    else if (parsed.kind === 'malformed') this.#lose(parsed);
    else if (response.kind === 'status' && response.tag !== undefined) {
      this.#complete(response.tag, response);
    } else {
      const isClaimed = this.#pending.some(pending => pending.claim(response));
      this.#watch.heard(response, isClaimed);
      if (isClaimed) return;
      if (response.kind === 'status' && response.status !== 'OK') {
        this.#lastWords = wordsOf(response);
      }
      this.#listener.unclaimed(response);
    }
  }

  /** RFC 9051 section 7.1: OK, PREAUTH or BYE, untagged. */
  #greet(response: Response): void {
    if (response.kind === 'continuation' && /^OK\b/.test(response.text)) throw greetingOfPop3();
    if (response.kind !== 'status' || response.tag !== undefined) throw notAGreeting();
    if (response.status === 'BYE') throw turnedAway(response);
    if (response.status !== 'OK' && response.status !== 'PREAUTH') throw notAGreeting();
    this.#deadline.stop();
    this.#greeted?.resolve(response);
    this.#greeted = undefined;
  }

  /** RFC 9051 section 7.6: the server wants the next part of a literal, or the next line of a dialogue. */
  #continue(text: string): void {
    const sending = this.#sending;
    if (!sending) return;
    if (sending.unsent.length > 0) {
      this.#sendPart(sending);
      this.#sendNext();
    } else if (sending.command.continue) {
      if (this.#answering === sending) throw unknownAnswer();
      const line = sending.command.continue(text);
      if (typeof line === 'string') this.#sendLine(line, sending);
      else this.#sendWhenMade(line, sending);
    }
  }

  #sendLine(line: string, sending: PendingCommand): void {
    this.#write(Buffer.from(`${line}\r\n`, 'latin1'), sending);
  }

  /** The silence until then is ours, so it is not measured. */
  #sendWhenMade(made: Promise<string>, sending: PendingCommand): void {
    this.#answering = sending;
    this.#deadline.stop();
    made.then(
      line => {
        // The server may have ended it in the meantime.
        if (this.#answering === sending) this.#answering = undefined;
        if (this.#failure || this.#sending !== sending) return;
        this.#reading.measure();
        this.#sendLine(line, sending);
      },
      error => this.#fail(error),
    );
  }

  /** One response is lost, not the stream: a command fails only when it then lacks what it is owed. */
  #lose(response: Response & { kind: 'malformed' }): void {
    const [tag] = response.excerpt.split(' ', 1);
    const answered = this.#pending.find(pending => pending.tag === tag);
    if (answered) {
      this.#remove(answered);
      answered.fail(unknownAnswer());
      this.#sendNext();
      return;
    }
    if (this.#pending.some(pending => pending.claim(response))) return;
    this.#watch.heard(response, false);
    for (const pending of this.#pending) pending.lost(response.reason);
    this.#listener.unclaimed(withoutSecrets(response, this.#secrets));
  }

  #complete(tag: string, completion: StatusResponse): void {
    const pending = this.#pending.find(each => each.tag === tag);
    if (!pending) throw unknownAnswer();
    this.#remove(pending);
    this.#watch.renew();
    this.#lastWords = undefined;
    if (pending.command === this.#sealing && completion.status === 'OK') this.#sealed = true;
    if (pending.command === this.#compressing) {
      this.#compressing = undefined;
      // What follows in the same chunk is compressed.
      if (completion.status === 'OK') this.#transport.compress(this.#framer.reset());
    }
    pending.complete(completion);
    this.#sendNext();
  }

  #remove(pending: PendingCommand): void {
    this.#pending.splice(this.#pending.indexOf(pending), 1);
    if (this.#sending === pending) this.#sending = undefined;
    if (this.#pending.length === 0) this.#deadline.stop();
  }

  #sendNext(): void {
    while (!this.#sending && !this.#isHeld()) {
      const next = this.#queue.shift();
      if (!next) return;
      if (this.#pending.length === 0) this.#reading.measure();
      next.isBehind = this.#pending.length > 0;
      this.#pending.push(next);
      this.#sending = next;
      this.#sendPart(next);
    }
  }

  /** What was sent has to be answered first. */
  #isHeld(): boolean {
    if (this.#habits.isOneByOne && this.#pending.length > 0) return true;
    return this.#pending.some(({ command }) => command === this.#compressing);
  }

  #sendPart(sending: PendingCommand): void {
    const part = sending.unsent.shift();
    if (part) this.#write(part, sending);
    if (sending.unsent.length === 0 && !sending.command.continue) this.#sending = undefined;
  }

  #write(bytes: Buffer, { tag, command }: PendingCommand): void {
    this.#traffic.sent += bytes.length;
    this.#conversation?.sent(bytes, tag, command);
    this.#awaitingAnswer = true;
    this.#transport.write(bytes);
  }

  #expired(): void {
    // Held back by ourselves: whatever comes would not have been read.
    if (this.#reading.holdWhereShut()) return;
    const [oldest] = this.#pending;
    this.#learnOfSilence();
    const began = this.#framer.insideResponse || oldest === undefined || oldest.answered;
    this.#fail(began ? fellSilent(this.#timeout) : noAnswer(oldest.command.name, this.#timeout));
  }

  /**
   * Some servers ignore what is sent before they have answered. Taken for one of them by mistake, a
   * server answers one round trip later for each command.
   */
  #learnOfSilence(): void {
    const [oldest] = this.#pending;
    if (oldest === undefined || oldest.answered) return;
    if (oldest.isBehind || this.#pending.length > 1) this.#habits.isOneByOne = true;
  }

  #fail(cause: unknown): void {
    if (this.#failure) return;
    if (cause instanceof MailstowError && cause.failure.code === 'compression-unreadable') {
      this.#habits.compressesBadly = true;
    }
    this.#conversation?.ended(cause);
    this.#abandon(withWords(cause, this.#lastWords));
    this.#transport.destroy();
    this.#listener.lost?.();
  }

  /** Nothing is owed to anybody any more; whatever is asked from now on fails in the same way. */
  #abandon(failure: Error): void {
    this.#failure ??= failure;
    this.#deadline.stop();
    this.#framer.reset();
    this.#reading.end();
    this.#greeted?.reject(failure);
    for (const pending of [...this.#pending.splice(0), ...this.#queue.splice(0)]) {
      pending.fail(failure);
    }
  }
}

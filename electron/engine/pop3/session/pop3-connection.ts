import { MailstowError } from '../../errors.ts';
import {
  fellSilent,
  injected,
  noAnswer,
  turnedAwayWith,
  unknownAnswer,
  withWords,
} from '../../session/connection-failure.ts';
import { type Gate, HeldReading } from '../../session/held-reading.ts';
import { Secrets } from '../../session/login/secrets.ts';
import { ProgressWatch } from '../../session/progress-watch.ts';
import type { ServerHabits } from '../../session/server-habits.ts';
import { Deadline } from '../../session/transport/deadline.ts';
import type { Transport } from '../../session/transport/transport.ts';
import { stopped } from '../../session/transport/transport-failure.ts';
import { octetText } from '../../wire/octet-text.ts';
import { type FollowUp, ReplyReader } from '../wire/reply-reader.ts';
import { type Pop3Command, plainCommand, type Status } from './command.ts';
import { LineWriter, type LineWriterOptions } from './line-writer.ts';
import { commandRefused, type Refusal } from './refusal.ts';

export interface Pop3ConnectionOptions extends LineWriterOptions {
  /** Milliseconds of silence while an answer is owed. */
  readonly timeout: number;
  readonly habits: ServerHabits;
}

interface Pending {
  readonly command: Pop3Command;
  readonly refusal: Refusal;
  /** Sent before the command ahead of it was answered. */
  isBehind: boolean;
  resolve(text: string): void;
  reject(failure: unknown): void;
}

/**
 * Commands in flight above which none is added. Those that wait meanwhile leave together, so that neither side handles a
 * record of TLS for each; more than a round trip's worth is on the way all the same.
 */
const enoughInFlight = 100;

const nothing: FollowUp = { kind: 'nothing' };
const okOrErr = /^(\+OK|-ERR)(?=\s|$)[ \t]*/i;

/** Runs commands over a transport, in their order: pipelining, dialogues, deadlines. Knows none of them but NOOP. */
export class Pop3Connection {
  readonly #transport: Transport;
  readonly #options: Pop3ConnectionOptions;
  readonly #deadline: Deadline;
  readonly #watch: ProgressWatch;
  readonly #reading: HeldReading;
  readonly #writer: LineWriter;
  #reader = new ReplyReader(line => this.#onStatus(line));
  /** Sent, oldest first. */
  readonly #pending: Pending[] = [];
  readonly #queue: Pending[] = [];
  /**
   * Its message has come to its last line. Only what follows shows that this was not a line of it: a server that stuffs
   * nothing would go on with the message where the next answer should stand.
   */
  #unconfirmed: Pending | undefined;
  #greeted: { resolve(text: string): void; reject(failure: Error): void } | undefined;
  /** Behind its OK no byte may come before the handshake. */
  #sealing: Pop3Command | undefined;
  #sealed = false;
  #lastWords: string | undefined;
  #failure: Error | undefined;
  #secrets = new Secrets('', '');

  /** Several commands may be in flight, because the server said so. */
  isPipelined = false;

  constructor(transport: Transport, options: Pop3ConnectionOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#deadline = new Deadline(options.timeout, () => this.#expired());
    this.#watch = new ProgressWatch(options.timeout);
    this.#reading = new HeldReading({
      transport,
      deadline: this.#deadline,
      watch: this.#watch,
      isOwed: () => this.#pending.length > 0,
      failed: cause => this.#fail(cause),
    });
    this.#writer = new LineWriter(transport, options);
  }

  /** Masked in everything that comes from the server. */
  get secrets(): Secrets {
    return this.#secrets;
  }

  set secrets(secrets: Secrets) {
    this.#secrets = secrets;
    this.#options.conversation?.hide(secrets);
  }

  /** Begins to read. @returns the words of the greeting as they came @throws MailstowError */
  greeting(): Promise<string> {
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
   * @returns the words behind +OK, secrets masked; for a message only when what follows shows that it is whole
   * @throws MailstowError: what `refusal` makes of -ERR, or the failure of the connection
   */
  run(command: Pop3Command, refusal: Refusal = commandRefused): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#failure) throw this.#failure;
      this.#queue.push({ command, refusal, isBehind: false, resolve, reject });
      this.#sendNext();
    });
  }

  /** Sends STLS and goes on encrypted; a connection on which that fails is closed. */
  async secure(command: Pop3Command, refusal: Refusal): Promise<void> {
    try {
      this.#sealing = command;
      await this.run(command, refusal);
      if (this.#failure) throw this.#failure;
      if (this.#reader.isInside) throw injected();
      this.#reader = new ReplyReader(line => this.#onStatus(line));
      await this.#transport.secure();
      this.#options.conversation?.secured(this.#transport.encryption);
      this.#sealed = false;
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** A new gate, or none, also lets go of what the former one held. */
  useGate(gate: Gate | undefined): void {
    this.#reading.useGate(gate);
  }

  /** Closes politely; for after QUIT. */
  end(): void {
    this.#writer.flush();
    this.#abandon(stopped());
    this.#options.conversation?.ended();
    this.#transport.end();
  }

  /** At once; commands in flight fail. */
  destroy(): void {
    this.#fail(stopped());
  }

  #onData(chunk: Buffer): void {
    this.#deadline.refresh();
    try {
      if (this.#sealed) throw injected();
      this.#reader.push(chunk);
      this.#watch.received(chunk.length, true);
      const [oldest] = this.#pending;
      if (oldest) this.#watch.check(oldest.command.name);
      this.#reading.holdWhereShut();
    } catch (error) {
      this.#fail(error);
    }
  }

  #onStatus(line: string): FollowUp {
    if (this.#failure) return nothing;
    if (this.#sealed) throw injected();
    if (this.#greeted) return this.#greet(line);
    const [oldest] = this.#pending;
    const isDialogue = oldest?.command.continue !== undefined && /^\+(?: |$)/.test(line);
    const head = okOrErr.exec(line);
    // What is no answer may be a line of a message.
    const shown = head === null ? `(no answer; ${line.length} bytes)` : octetText(line);
    this.#trace('S', isDialogue ? '+ ***' : shown);
    if (oldest !== undefined && isDialogue) {
      this.#continue(oldest, line.slice(2));
      return nothing;
    }
    if (head === null) throw notAnAnswer(oldest?.command.name);
    const text = this.#secrets.text(octetText(line.slice(head[0].length)));
    if (oldest === undefined) {
      if (line.startsWith('+')) throw unknownAnswer();
      // What it says on its own, most often just before it hangs up.
      this.#lastWords = text;
      return nothing;
    }
    this.#confirm();
    return this.#answer(oldest, { isOk: line.startsWith('+'), text });
  }

  #greet(line: string): FollowUp {
    this.#trace('S', octetText(line));
    const head = okOrErr.exec(line);
    const text = octetText(line.slice(head?.[0].length ?? 0));
    if (head === null) {
      throw new MailstowError(
        /^\* (?:OK|PREAUTH|BYE)\b/.test(line) ? 'greeting-of-imap' : 'not-a-pop3-greeting',
      );
    }
    if (!line.startsWith('+')) throw turnedAwayWith(this.#secrets.text(text));
    this.#deadline.stop();
    this.#greeted?.resolve(text);
    this.#greeted = undefined;
    return nothing;
  }

  #answer(pending: Pending, { isOk, text }: Status): FollowUp {
    const { command } = pending;
    if (!isOk) {
      this.#done();
      pending.reject(pending.refusal(command.name, text));
      this.#sendNext();
      return nothing;
    }
    if (command === this.#sealing) this.#sealed = true;
    const { expects } = command;
    switch (expects.kind) {
      case 'nothing':
        this.#done();
        pending.resolve(text);
        this.#sendNext();
        return nothing;
      case 'lines': {
        const over = () => {
          this.#done();
          pending.resolve(text);
          this.#sendNext();
        };
        return { kind: 'lines', line: line => expects.line(line), over };
      }
      case 'message': {
        expects.begin?.();
        const over = () => {
          this.#done();
          this.#unconfirmed = pending;
          if (this.#queue.length + this.#pending.length === 0) this.#askAfter();
          this.#sendNext();
        };
        return { kind: 'message', target: expects.target, over };
      }
    }
  }

  /** Nothing else is asked for, so this is, to see what follows the message. */
  #askAfter(): void {
    const ignore = () => undefined;
    const how = { refusal: commandRefused, isBehind: false, resolve: ignore, reject: ignore };
    this.#queue.push({ command: plainCommand('NOOP'), ...how });
  }

  #confirm(): void {
    const pending = this.#unconfirmed;
    this.#unconfirmed = undefined;
    if (pending === undefined) return;
    if (pending.command.expects.kind === 'message') pending.command.expects.whole();
    pending.resolve('');
  }

  #continue(pending: Pending, challenge: string): void {
    this.#deadline.stop();
    void Promise.resolve(pending.command.continue?.(challenge)).then(
      line => {
        if (this.#failure || line === undefined || this.#pending[0] !== pending) return;
        this.#reading.measure();
        this.#writer.write(line, '***');
      },
      error => this.#fail(error),
    );
  }

  /** The oldest is answered. */
  #done(): void {
    this.#pending.shift();
    this.#watch.renew();
    if (this.#pending.length === 0) this.#deadline.stop();
  }

  #sendNext(): void {
    const isOneByOne = !this.isPipelined || this.#options.habits.isOneByOne;
    if (this.#pending.length > (isOneByOne ? 0 : enoughInFlight)) return;
    do {
      // A dialogue has the line to itself.
      if (this.#failure || this.#pending.at(-1)?.command.continue !== undefined) return;
      const next = this.#queue.shift();
      if (next === undefined) return;
      if (this.#pending.length === 0) this.#reading.measure();
      next.isBehind = this.#pending.length > 0;
      this.#pending.push(next);
      this.#send(next.command);
    } while (!isOneByOne);
  }

  #send({ name, argument, isSecret, continue: isDialogue }: Pop3Command): void {
    const line = argument === undefined ? name : `${name} ${argument}`;
    const shown = isDialogue === undefined ? `${name} ***` : `${line.split(' ', 2).join(' ')} ***`;
    this.#writer.write(line, isSecret ? shown : line);
  }

  #trace(from: 'C' | 'S', text: string): void {
    this.#options.conversation?.line(from, text);
  }

  #expired(): void {
    if (this.#reading.holdWhereShut()) return;
    const { timeout, habits } = this.#options;
    const [oldest] = this.#pending;
    const hasBegun = this.#reader.isInside || oldest === undefined;
    // What was sent behind an unanswered command may have been thrown away.
    if (!hasBegun && (oldest.isBehind || this.#pending.length > 1)) habits.isOneByOne = true;
    this.#fail(hasBegun ? fellSilent(timeout) : noAnswer(oldest.command.name, timeout));
  }

  #fail(cause: unknown): void {
    if (this.#failure) return;
    this.#options.conversation?.ended(cause);
    this.#abandon(withWords(cause, this.#lastWords));
    this.#transport.destroy();
  }

  /** Nothing is owed to anybody any more; whatever is asked from now on fails in the same way. */
  #abandon(failure: Error): void {
    this.#failure ??= failure;
    this.#deadline.stop();
    this.#reading.end();
    this.#greeted?.reject(failure);
    const unconfirmed = this.#unconfirmed === undefined ? [] : [this.#unconfirmed];
    this.#unconfirmed = undefined;
    const left = [...unconfirmed, ...this.#pending.splice(0), ...this.#queue.splice(0)];
    for (const pending of left) pending.reject(failure);
  }
}

/** The stream cannot be followed any more: where an answer should begin there is something else. */
function notAnAnswer(command = ''): MailstowError {
  return new MailstowError('unreadable-answer', {
    args: { command, reason: 'it begins with neither +OK nor -ERR' },
  });
}

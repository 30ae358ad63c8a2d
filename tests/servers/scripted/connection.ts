import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type SecureContext, TLSSocket } from 'node:tls';
import { SyntaxFault } from './arguments.ts';
import { ByteSource } from './byte-source.ts';
import { readCommand } from './command-reader.ts';
import { commands } from './commands/table.ts';
import type { Mailbox } from './mailbox.ts';
import type { Answer, CommandAlteration, ReceivedCommand, ServerOptions } from './options.ts';
import { ConnectionGone, type Ending, Output } from './output.ts';
import { announceChanges } from './selected-view.ts';

/** What a connection needs of its server. */
export interface Host {
  readonly options: ServerOptions;
  readonly mailboxes: readonly Mailbox[];
  readonly users: ReadonlyMap<string, string>;
  readonly secureContext: SecureContext | undefined;
  capabilities(connection: Connection): readonly string[];
  log(command: ReceivedCommand): void;
  sent(bytes: number): void;
}

/** The mailbox a client looks at, as that client knows it. */
export interface SelectedView {
  readonly mailbox: Mailbox;
  readonly readOnly: boolean;
  /** UIDs by sequence number − 1, as last told. */
  uids: readonly number[];
}

/** A refusal: the completion, for instance `NO No such mailbox`. */
export class Refusal extends Error {}

/** One client's conversation: not authenticated → authenticated ⇄ selected → logged out. */
export class Connection {
  readonly number: number;
  readonly host: Host;
  readonly output: Output;
  authenticated = false;
  secure = false;
  loggedOut = false;
  readonly enabled = new Set<string>();
  selected: SelectedView | undefined;
  /** A command is being answered. */
  isBusy = false;
  /** Ends what NOTIFY began. */
  endNews: (() => void) | undefined;
  readonly #input = new ByteSource();
  readonly #raw: Socket;
  #socket: Socket;
  readonly #gone = new AbortController();

  constructor(number: number, host: Host, socket: Socket) {
    this.number = number;
    this.host = host;
    this.#raw = socket;
    this.#socket = socket;
    this.output = new Output(
      bytes => host.sent(bytes),
      how => this.end(how),
    );
    const cut = host.options.cutAfter?.(number);
    if (cut !== undefined) this.output.cutAfter(cut.bytes, cut.how);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.#gone.abort();
      this.endNews?.();
    });
  }

  get open(): boolean {
    return !this.#gone.signal.aborted;
  }

  get utf8(): boolean {
    return this.enabled.has('UTF8=ACCEPT') || this.enabled.has('IMAP4REV2');
  }

  offers(...capabilities: readonly string[]): boolean {
    const announced = new Set(this.host.capabilities(this).map(each => each.toUpperCase()));
    return capabilities.some(each => announced.has(each));
  }

  /** Sends raw bytes at once, whatever else is going on. */
  async send(raw: string | Buffer): Promise<void> {
    this.output.queue(raw);
    await this.output.flush();
  }

  end(how: Ending): void {
    if (how === 'reset' && !this.#raw.destroyed) this.#raw.resetAndDestroy();
    else this.#socket.destroySoon();
  }

  /** Ends the connection without any ceremony. */
  destroy(): void {
    this.#socket.destroy();
    this.#raw.destroy();
  }

  /** A line of an AUTHENTICATE exchange; ends the conversation when the client has gone. */
  async prompt(challenge: string): Promise<string> {
    await this.send(`+ ${challenge}\r\n`);
    const line = await this.#input.line();
    if (line === undefined) throw new ConnectionGone();
    return line.toString('latin1');
  }

  /** Resolves never, rejects when the client goes: what a silent server does. */
  async staySilent(): Promise<never> {
    await this.output.flush();
    await new Promise(resolve => {
      if (!this.open) resolve(undefined);
      this.#gone.signal.addEventListener('abort', resolve);
    });
    throw new ConnectionGone();
  }

  async pause(milliseconds: number): Promise<void> {
    await this.output.flush();
    await wait(milliseconds, undefined, { signal: this.#gone.signal }).catch(() => {
      throw new ConnectionGone();
    });
  }

  startTls(): void {
    const secureContext = this.host.secureContext;
    if (secureContext === undefined) throw new Error('The server was given no certificate');
    this.#input.detach();
    this.#socket = new TLSSocket(this.#raw, { isServer: true, secureContext });
    this.#socket.on('error', () => this.destroy());
    this.#socket.once('close', () => this.destroy());
    this.#attach();
    this.secure = true;
  }

  /** The whole conversation; resolves when it is over. */
  async run(): Promise<void> {
    try {
      if (this.host.options.security === 'tls') this.startTls();
      else this.#attach();
      await this.#greet();
      while (!this.loggedOut && (await this.#next())) await this.output.flush();
      await this.output.flush();
      this.end('close');
    } catch (thrown) {
      if (!(thrown instanceof ConnectionGone)) throw thrown;
    }
  }

  #attach(): void {
    this.#input.attach(this.#socket);
    this.output.attach(this.#socket);
  }

  async #greet(): Promise<void> {
    const { greeting } = this.host.options;
    const capabilities = this.host.capabilities(this).join(' ');
    const answer =
      (typeof greeting === 'function' ? greeting(this.number) : greeting) ??
      `* OK [CAPABILITY ${capabilities}] Scripted server ready\r\n`;
    if (typeof answer === 'string') {
      this.authenticated = /^\* PREAUTH/i.test(answer);
      this.loggedOut = /^\* BYE/i.test(answer);
    }
    await this.#answerRaw(answer);
    await this.output.flush();
  }

  /** Reads and answers one command; false when the client has gone. */
  async #next(): Promise<boolean> {
    const announced = new Set(this.host.capabilities(this).map(each => each.toUpperCase()));
    const reading = await readCommand(this.#input, this.output, this.number, announced);
    if (reading === undefined) return false;
    if ('fault' in reading) {
      this.output.queue(`${reading.tag} BAD ${reading.fault}\r\n`);
      return true;
    }
    this.isBusy = true;
    this.host.log(reading);
    const answer = (await this.host.options.onCommand?.(reading)) ?? 'default';
    if (answer === 'default') await this.#answer(reading, {});
    else if (isAlteration(answer)) await this.#answer(reading, answer);
    else await this.#answerRaw(answer);
    this.isBusy = false;
    return true;
  }

  async #answerRaw(answer: Answer): Promise<void> {
    if (answer === 'silent') return;
    if (typeof answer === 'string' && (answer === 'close' || answer === 'reset')) {
      await this.output.flush();
      this.end(answer);
      throw new ConnectionGone();
    }
    const pieces = typeof answer === 'string' || Buffer.isBuffer(answer) ? [answer] : answer;
    for (const piece of pieces) {
      this.output.queue(piece);
      await this.output.ready();
    }
  }

  async #answer(command: ReceivedCommand, alteration: CommandAlteration): Promise<void> {
    if (alteration.delay !== undefined) await this.pause(alteration.delay);
    if (alteration.before !== undefined) this.output.queue(alteration.before);
    const completion = await this.#carryOut(command);
    this.output.queue(`${command.tag} ${alteration.completion ?? completion.words}\r\n`);
    if (alteration.after !== undefined) this.output.queue(alteration.after);
    await completion.afterwards?.();
  }

  async #carryOut(command: ReceivedCommand): Promise<Completion> {
    try {
      const known = commands.get(command.name);
      if (known === undefined) throw new Refusal('BAD Unknown command');
      if (known.needs?.some(each => this.offers(each)) === false) {
        throw new Refusal(`BAD ${command.name} was not offered`);
      }
      if (known.state === 'authenticated' && !this.authenticated)
        throw new Refusal('BAD Log in first');
      if (known.state === 'selected' && this.selected === undefined) {
        throw new Refusal('BAD Select a mailbox first');
      }
      const completion = await known.run(this, command);
      if (known.announces !== false) announceChanges(this);
      return typeof completion === 'string' ? { words: completion } : completion;
    } catch (thrown) {
      if (thrown instanceof Refusal) return { words: thrown.message };
      if (thrown instanceof SyntaxFault) return { words: `BAD ${thrown.message}` };
      throw thrown;
    }
  }
}

/** The tagged answer without its tag, and what happens once it is sent. */
export interface Completion {
  readonly words: string;
  readonly afterwards?: () => Promise<void>;
}

/** How a command is carried out. */
export interface CommandHandler {
  /** One of these capabilities must be offered. */
  readonly needs?: readonly string[];
  readonly state?: 'authenticated' | 'selected';
  /** False: no EXISTS or EXPUNGE may follow (sequence numbers are in use). */
  readonly announces?: false;
  run(
    connection: Connection,
    command: ReceivedCommand,
  ): string | Completion | Promise<string | Completion>;
}

function isAlteration(answer: Answer | CommandAlteration): answer is CommandAlteration {
  return typeof answer === 'object' && !Buffer.isBuffer(answer) && !(Symbol.iterator in answer);
}

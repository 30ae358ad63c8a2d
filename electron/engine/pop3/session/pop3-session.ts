import type { PresentedCertificate } from '../../../../shared/model/account.ts';
import { MailstowError } from '../../errors.ts';
import type { Gate } from '../../session/held-reading.ts';
import { signIn } from '../../session/login/auth.ts';
import type { HowToSignIn } from '../../session/login/offered-ways.ts';
import { startTlsMissing } from '../../session/refusal.ts';
import { ServerHabits } from '../../session/server-habits.ts';
import type { SessionOptions } from '../../session/session.ts';
import { Conversation } from '../../session/trace/conversation.ts';
import { timeoutOf } from '../../session/transport/timeouts.ts';
import { type Encryption, Transport } from '../../session/transport/transport.ts';
import { pop3Limits } from '../wire/limits.ts';
import { timestampIn } from './apop.ts';
import {
  capabilitiesOf,
  expiryOf,
  hasUtf8,
  isPipelined,
  loginDelayOf,
  noCapabilities,
  type Pop3Capabilities,
  signInOffer,
} from './capabilities.ts';
import { type Expected, plainCommand } from './command.ts';
import {
  type ListedMessage,
  type MaildropSum,
  parseListed,
  parseStat,
  parseUidl,
} from './listing.ts';
import { pop3Channel } from './pop3-channel.ts';
import { Pop3Connection } from './pop3-connection.ts';
import { asksForUtf8, isRefusal, messageRefused, type Refusal, stlsRefused } from './refusal.ts';

/** A message that is fetched. */
export type MessageTarget = Omit<Extract<Expected, { kind: 'message' }>, 'kind'>;

/**
 * Connects and waits for the greeting; with STARTTLS (STLS, RFC 2595) encrypted on return.
 * @param mayDelete DELE may be sent on this connection
 * @throws MailstowError as the IMAP session's `connect` does; `greeting-of-imap` where that is what answers
 */
export async function connectPop3(
  options: SessionOptions,
  mayDelete: boolean,
): Promise<Pop3Session> {
  const conversation = Conversation.begin();
  const { host, port, security } = options.server;
  conversation?.note(`connects to ${host}, port ${port} (${security}, POP3)`);
  const transport = await Transport.open(options).catch(error => {
    conversation?.ended(error);
    throw error;
  });
  conversation?.secured(transport.encryption);
  const { habits = new ServerHabits(), server, secrets } = options;
  const timeout = timeoutOf(server);
  const connection = new Pop3Connection(transport, { timeout, habits, conversation, mayDelete });
  if (secrets) connection.secrets = secrets;
  const session = new Pop3Session(transport, connection, habits);
  try {
    await session.begin(security === 'starttls');
    return session;
  } catch (error) {
    conversation?.ended(error);
    session.destroy();
    throw error;
  }
}

/**
 * The verbs of one POP3 connection (RFC 1939): first the sign-in, then the maildrop, which nobody else may change in the
 * meantime. Everything it throws on purpose is a MailstowError.
 */
export class Pop3Session {
  readonly #transport: Transport;
  readonly #connection: Pop3Connection;
  readonly #habits: ServerHabits;
  #capabilities: Pop3Capabilities = noCapabilities;
  #greeting = '';
  #isSignedIn = false;
  /** Of the command UTF8, which is only known before the login. */
  #utf8: 'not offered' | 'offered' | 'on' = 'not offered';

  /** UTF8 comes before the login, so what needs it is asked for again on the next connection. */
  readonly #messageRefused: Refusal = (command, text) => {
    if (this.#utf8 !== 'offered' || !asksForUtf8(text)) return messageRefused(command, text);
    this.#habits.needsUtf8 = true;
    return new MailstowError('new-connection-wanted', { serverText: text });
  };

  constructor(transport: Transport, connection: Pop3Connection, habits: ServerHabits) {
    this.#transport = transport;
    this.#connection = connection;
    this.#habits = habits;
  }

  /** The greeting, STLS where it was asked for, what the server can do. What was said before STLS does not count. */
  async begin(startTls: boolean): Promise<void> {
    this.#greeting = await this.#connection.greeting();
    await this.#learn();
    if (!startTls) return;
    if (!this.#capabilities.offered.has('STLS')) throw startTlsMissing();
    await this.#connection.secure(plainCommand('STLS'), stlsRefused);
    this.#capabilities = noCapabilities;
    await this.#learn();
  }

  /** undefined on an unencrypted connection. */
  get security(): Encryption | undefined {
    return this.#transport.encryption;
  }

  /** undefined on an unencrypted connection. */
  get certificate(): PresentedCertificate | undefined {
    return this.#transport.certificate;
  }

  /** The server's words behind +OK when it greeted. */
  get greeting(): string {
    return this.#greeting;
  }

  /** Each with what stands behind its name, as it is sent; those of the present state. */
  get capabilities(): readonly string[] {
    const { offered } = this.#capabilities;
    return [...offered].map(([name, rest]) => [name, ...rest].join(' '));
  }

  get isPipelined(): boolean {
    return this.#connection.isPipelined;
  }

  /** TOP, which is optional (RFC 1939 section 7); undefined where the server says nothing of what it can do. */
  get hasTop(): boolean | undefined {
    const { isTold, offered } = this.#capabilities;
    return isTold ? offered.has('TOP') : undefined;
  }

  /** Days for which the server keeps what was fetched; undefined where it does not say that it deletes anything. */
  get expiry(): number | undefined {
    return expiryOf(this.#capabilities);
  }

  /**
   * Signs in, by the strongest way that the server allows.
   * @throws MailstowError 'login-refused' or 'sign-in-needed' with the server's words, `maildrop-in-use` and
   *   `maildrop-unavailable` where it is not about the password; 'arguments' for CR, LF or NUL
   */
  async login(user: string, password: string, how: HowToSignIn = {}): Promise<void> {
    const { channelBinding } = this.#transport;
    if (hasUtf8(this.#capabilities)) this.#utf8 = 'offered';
    if (this.#habits.needsUtf8) await this.#useUtf8();
    // Behind TLS where somebody wants that and nothing else.
    const stamp = how.only === 'apop' || !this.security ? timestampIn(this.#greeting) : undefined;
    const channel = pop3Channel({
      connection: this.#connection,
      stamp,
      offer: () => signInOffer(this.#capabilities, stamp !== undefined),
      useUtf8: () => this.#useUtf8(),
    });
    await signIn(channel, { user, password, ...how }, this.#habits.logins, channelBinding);
    this.#isSignedIn = true;
    // Now it may offer more (RFC 2449 section 5).
    await this.#learn();
  }

  async stat(): Promise<MaildropSum> {
    const sum = parseStat(await this.#connection.run(plainCommand('STAT')));
    if (sum !== undefined) return sum;
    throw new MailstowError('unreadable-answer', {
      args: { command: 'STAT', reason: 'it has no numbers' },
    });
  }

  /** Every message that the server names, in its order; lines that cannot be read are left out. */
  async list(): Promise<ListedMessage[]> {
    const messages: ListedMessage[] = [];
    await this.#lines('LIST', line => {
      const listed = parseListed(line);
      if (listed !== undefined) messages.push(listed);
    });
    return messages;
  }

  /** Unique-ids by number; undefined where the server has none. */
  async uidl(): Promise<ReadonlyMap<number, string> | undefined> {
    const ids = new Map<number, string>();
    try {
      await this.#lines('UIDL', line => {
        const listed = parseUidl(line);
        if (listed !== undefined) ids.set(listed.number, listed.id);
      });
      return ids;
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }

  /**
   * Fetches a whole message.
   * @throws MailstowError of scope message when the server refuses; `new-connection-wanted` where it would not do so on
   *   another connection
   */
  async retr(number: number, target: MessageTarget): Promise<void> {
    const expects = messageOf(target);
    const command = { name: 'RETR', argument: `${number}`, expects };
    await this.#connection.run(command, this.#messageRefused);
  }

  /** Fetches the header of a message, with the empty line behind it. @throws MailstowError as {@link retr} does */
  async top(number: number, target: MessageTarget): Promise<void> {
    const expects = messageOf(target);
    const command = { name: 'TOP', argument: `${number} 0`, expects };
    await this.#connection.run(command, this.#messageRefused);
  }

  async noop(): Promise<void> {
    await this.#connection.run(plainCommand('NOOP'));
  }

  /** Marks a message for deletion, which {@link quit} carries out. */
  async dele(number: number): Promise<void> {
    await this.#connection.run(plainCommand('DELE', `${number}`), messageRefused);
  }

  /** Takes all marks away. */
  async rset(): Promise<void> {
    await this.#connection.run(plainCommand('RSET'));
  }

  /** Ends the session; what was marked is deleted by then. @throws MailstowError where the server says otherwise */
  async quit(): Promise<void> {
    await this.#connection.run(plainCommand('QUIT'));
    this.#connection.end();
  }

  /**
   * Says goodbye and closes without waiting for the answer, which nothing depends on. A server that deletes at once what
   * was fetched does so behind QUIT alone (RFC 1939 section 6), so it hears none.
   */
  logout(): void {
    const deletesFetched = this.#isSignedIn && this.expiry === 0;
    if (!deletesFetched) this.#connection.run(plainCommand('QUIT')).catch(() => {});
    this.#connection.end();
  }

  destroy(): void {
    this.#connection.destroy();
  }

  /** Asked before reading on; while its promise is open nothing is read and silence does not count. */
  useGate(gate: Gate | undefined): void {
    this.#connection.useGate(gate);
  }

  /** A server that does not know CAPA is an older one. */
  async #learn(): Promise<void> {
    const lines: string[] = [];
    try {
      await this.#lines('CAPA', line => {
        if (lines.length < pop3Limits.capabilities) lines.push(line);
      });
      this.#capabilities = capabilitiesOf(lines);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    this.#connection.isPipelined = isPipelined(this.#capabilities);
    this.#habits.loginDelay = loginDelayOf(this.#capabilities) ?? this.#habits.loginDelay;
  }

  /**
   * Tells the server that UTF-8 is understood, where it asks for that or the user name takes it: told so, some servers
   * give messages in another form.
   * @returns whether it is told now and was not before
   */
  async #useUtf8(): Promise<boolean> {
    if (this.#utf8 !== 'offered') return false;
    this.#utf8 = 'not offered';
    try {
      await this.#connection.run(plainCommand('UTF8'));
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
    this.#utf8 = 'on';
    return true;
  }

  #lines(name: string, line: (text: string) => void): Promise<string> {
    return this.#connection.run({ name, expects: { kind: 'lines', line } });
  }
}

function messageOf(taker: MessageTarget): Expected {
  const { target } = taker;
  return { kind: 'message', target, begin: () => taker.begin?.(), whole: () => taker.whole() };
}

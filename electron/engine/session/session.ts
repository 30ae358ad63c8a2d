import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { PresentedCertificate, Server } from '../../../shared/model/account.ts';
import type { Warning } from '../../../shared/model/warning.ts';
import type { MailboxName } from '../mailbox-name.ts';
import type { Command } from '../protocol/command.ts';
import { close } from '../protocol/commands/close.ts';
import { compress } from '../protocol/commands/compress.ts';
import { enable } from '../protocol/commands/enable.ts';
import { id } from '../protocol/commands/id.ts';
import { idle } from '../protocol/commands/idle.ts';
import { type ListedMailbox, type Listing, list } from '../protocol/commands/list.ts';
import { listSubscribed } from '../protocol/commands/list-subscribed.ts';
import { logout } from '../protocol/commands/logout.ts';
import { lsub } from '../protocol/commands/lsub.ts';
import { namespace } from '../protocol/commands/namespace.ts';
import { noop } from '../protocol/commands/noop.ts';
import { type NotifyEvent, notify, notifyNone } from '../protocol/commands/notify.ts';
import { examine, type SelectOptions, select } from '../protocol/commands/select.ts';
import { type StatusItem, status } from '../protocol/commands/status.ts';
import {
  type FetchCompletion,
  type FetchItem,
  type FetchOptions,
  uidFetch,
} from '../protocol/commands/uid-fetch.ts';
import {
  type SearchCriteria,
  type SearchProgram,
  uidSearch,
} from '../protocol/commands/uid-search.ts';
import { unselect } from '../protocol/commands/unselect.ts';
import type {
  FetchResponse,
  ListResponse,
  MailboxStatus,
  NamespaceResponse,
  Response,
  UidRanges,
} from '../protocol/response.ts';
import { formatUidSet, maxUid, unionAll } from '../protocol/uid-set.ts';
import type { LiteralStore } from '../wire/frame.ts';
import { Capabilities } from './capabilities.ts';
import { Connection, type Traffic } from './connection.ts';
import { type FetchSummary, summary } from './fetch-summary.ts';
import type { Gate } from './held-reading.ts';
import { listReturn, statusItems } from './listing.ts';
import { signIn } from './login/auth.ts';
import { worthEnabling } from './login/enabling.ts';
import { greet } from './login/greet.ts';
import { imapChannel } from './login/imap-channel.ts';
import type { HowToSignIn } from './login/offered-ways.ts';
import type { Secrets } from './login/secrets.ts';
import { leftByLimit, lowestReached } from './message-limit.ts';
import { isRefusal, mailboxRefused, messagesRefused, type Refusal, refusedIn } from './refusal.ts';
import { afterResponse, type OpenedMailbox, type SelectedMailbox } from './selected-mailbox.ts';
import { ServerHabits } from './server-habits.ts';
import { Conversation } from './trace/conversation.ts';
import { timeoutOf } from './transport/timeouts.ts';
import { type Encryption, Transport, type TransportOptions } from './transport/transport.ts';

export type { FetchItem, FetchSummary, ListedMailbox, Listing, SearchCriteria, SelectedMailbox };

/**
 *                 greeting OK                       greeting PREAUTH
 *                      ▼                                   │
 *             not authenticated ──── login ──────► authenticated ◄──────────────┐
 *                      │                            │      │           close, unselect,
 *                      │                            │   select, examine      refusal
 *                      │                            │      ▼                    │
 *                      │                            │   selected ───────────────┘
 *                      ▼                            ▼      ▼
 *                 logout, destroy, loss of the connection: closed       RFC 9051 section 3
 */
type State = 'not authenticated' | 'authenticated' | 'selected' | 'closed';

export interface SessionOptions extends TransportOptions {
  /** Masked from the greeting on; others from the login on. */
  readonly secrets?: Secrets;
  /** What earlier connections to the server taught; this one adds to it. */
  readonly habits?: ServerHabits;
}

/**
 * Connects and waits for the greeting; with STARTTLS encrypted on return.
 * @throws MailstowError 'name-not-found', 'connection', 'certificate', 'receive', 'unknown-response',
 *   'arguments' (a certificate file or folder) or 'stopped'
 */
export async function connect(options: SessionOptions): Promise<Session> {
  const conversation = Conversation.begin();
  const { host, port, security } = options.server;
  conversation?.note(`connects to ${host}, port ${port} (${security})`);
  const transport = await Transport.open(options).catch(error => {
    conversation?.ended(error);
    throw error;
  });
  conversation?.secured(transport.encryption);
  return Session.begin(transport, options, conversation);
}

/** Hears what the server says, whether or not anybody asked for it. */
interface Ears {
  heard(response: Response): void;
  /** The connection is gone. */
  lost(): void;
}

/**
 * The verbs of one IMAP connection. Everything it throws on purpose is a MailstowError.
 */
export class Session {
  readonly #transport: Transport;
  readonly #connection: Connection;
  readonly #capabilities = new Capabilities();
  readonly #habits: ServerHabits;
  readonly #warn: (warning: Warning) => void;
  readonly #compression: Server['compression'];
  readonly #enabled = new Set<string>();
  #state: State = 'not authenticated';
  #isSizeDear = false;
  #greeting = '';
  #selected: SelectedMailbox | undefined;
  /** Key of the mailbox being opened: what is sent in the meantime is for it. */
  #opening: string | undefined;
  #ears: Ears | undefined;

  private constructor(
    transport: Transport,
    options: SessionOptions,
    conversation: Conversation | undefined,
  ) {
    const { server, onWarning, habits = new ServerHabits() } = options;
    this.#transport = transport;
    this.#warn = onWarning;
    this.#compression = server.compression;
    this.#habits = habits;
    const listener = {
      observed: (response: Response) => this.#observe(response),
      unclaimed: (response: Response) => this.#tellUnreadable(response),
      lost: () => this.#ears?.lost(),
    };
    this.#connection = new Connection(transport, timeoutOf(server), listener, habits, conversation);
  }

  /** Takes over a transport that has been opened; see {@link connect}. */
  static async begin(
    transport: Transport,
    options: SessionOptions,
    conversation?: Conversation,
  ): Promise<Session> {
    const session = new Session(transport, options, conversation);
    if (options.secrets) session.#connection.secrets = options.secrets;
    try {
      const { security } = options.server;
      const greeting = await greet(session.#connection, session.#capabilities, security);
      if (greeting.status === 'PREAUTH') session.#state = 'authenticated';
      session.#greeting = greeting.text;
      session.#isSizeDear = quirkSizeDownloads(greeting.text);
      session.#adoptEncoding(false);
      return session;
    } catch (error) {
      conversation?.ended(error);
      session.destroy();
      throw error;
    }
  }

  /** Upper case; those of the present state. */
  get capabilities(): ReadonlySet<string> {
    return this.#capabilities.names;
  }

  /** What {@link enable} turned on, in upper case. */
  get enabled(): ReadonlySet<string> {
    return this.#enabled;
  }

  /** RFC822.SIZE costs the server as much as the message. */
  get isSizeDear(): boolean {
    return this.#isSizeDear;
  }

  /** Whether the server says so, or it is part of IMAP4rev2. */
  offers(capability: string): boolean {
    return this.#capabilities.hasOrRev2(capability);
  }

  /** undefined on an unencrypted connection. */
  get security(): Encryption | undefined {
    return this.#transport.encryption;
  }

  /** undefined on an unencrypted connection. */
  get certificate(): PresentedCertificate | undefined {
    return this.#transport.certificate;
  }

  /** The server's words when it greeted. */
  get greeting(): string {
    return this.#greeting;
  }

  /** The open mailbox, kept true by what the server says on its own. */
  get selected(): SelectedMailbox | undefined {
    return this.#selected;
  }

  get traffic(): Traffic {
    return this.#connection.traffic;
  }

  /**
   * Logs in, by the strongest way that the server allows; nothing is sent after PREAUTH.
   * @throws MailstowError 'login-refused' or 'sign-in-needed' with the server's words; 'unknown-response' where the
   *   server breaks the rules of the sign-in; 'arguments' for CR, LF or NUL
   */
  async login(user: string, password: string, how: HowToSignIn = {}): Promise<void> {
    if (this.#state === 'not authenticated') {
      const { logins } = this.#habits;
      const { channelBinding } = this.#transport;
      const person = { user, password, ...how };
      const channel = imapChannel(this.#connection, this.#capabilities);
      await signIn(channel, person, logins, channelBinding);
      this.#state = 'authenticated';
    }
    await this.#capabilities.refresh(this.#connection);
    this.#adoptEncoding(this.#capabilities.isRev2Only);
    // 163 and 126 refuse to open a mailbox before ID (himalaya#651); its answer need not be waited for.
    this.id().catch(() => {});
    await this.#enableWhatHelps();
    this.#compressWhereWorthIt();
  }

  /** Within one network a line is faster than most servers compress. A server that fails at it is used without. */
  #compressWhereWorthIt(): void {
    const isWanted = this.#compression ?? (this.#transport.isNear ? 'off' : 'on');
    if (isWanted === 'off' || this.#habits.compressesBadly) return;
    if (!this.#capabilities.has('COMPRESS=DEFLATE')) return;
    const answers = [this.#connection.compress(compress()), this.noop()];
    Promise.all(answers).catch(() => {
      this.#habits.compressesBadly = true;
    });
  }

  /** A server that refuses is used without. */
  async #enableWhatHelps(): Promise<void> {
    const names = worthEnabling(this.#capabilities);
    if (names.length === 0) return;
    // Sent ahead of what follows, which may rely on it (RFC 5161 section 3.1); corrected by the answer.
    for (const name of names) this.#enabled.add(name);
    const answer = this.enable(...names).catch((): readonly string[] => []);
    const settled = answer.then(enabled => {
      for (const name of names) if (!enabled.includes(name)) this.#enabled.delete(name);
    });
    // Names are written in another way behind it.
    if (names.includes('UTF8=ACCEPT')) await settled;
  }

  /** RFC 2971. @returns what the server says of itself; null where it says nothing or has no ID */
  async id(): Promise<ReadonlyMap<string, string | null> | null> {
    if (!this.#capabilities.has('ID')) return null;
    return await this.#connection.run(id(new Map([['name', 'Mailstow']])));
  }

  /** @returns what the server says it enabled, in upper case */
  async enable(...names: string[]): Promise<readonly string[]> {
    this.#require('authenticated', 'selected');
    const enabled = await this.#connection.run(enable(names));
    for (const name of enabled) this.#enabled.add(name);
    if (enabled.includes('UTF8=ACCEPT') || enabled.includes('IMAP4REV2')) {
      this.#adoptEncoding(true);
    }
    return enabled;
  }

  /** RFC 2342; one personal namespace without prefix where the server does not have the command. */
  async namespace(): Promise<NamespaceResponse> {
    this.#require('authenticated', 'selected');
    if (this.#capabilities.hasOrRev2('NAMESPACE')) return await this.#connection.run(namespace());
    const whole = { prefix: '', delimiter: null };
    return { kind: 'namespace', personal: [whole], otherUsers: [], shared: [] };
  }

  /**
   * Mailboxes with their special uses, and their STATUS where one command gives both.
   * @param pattern Unicode, with the wildcards `*` and `%`
   */
  async list(pattern = '*', reference = ''): Promise<Listing> {
    this.#require('authenticated', 'selected');
    const wanted = listReturn(this.#capabilities);
    try {
      return await this.#connection.run(list(reference, pattern, wanted));
    } catch (error) {
      // Proton Bridge says BAD to what it offers (MailKit#674).
      if (Object.keys(wanted).length === 0 || !isRefusal(error)) throw error;
      return this.#connection.run(list(reference, pattern));
    }
  }

  /** Subscribed mailboxes. */
  async lsub(pattern = '*', reference = ''): Promise<readonly ListResponse[]> {
    this.#require('authenticated', 'selected');
    return await this.#connection.run(lsub(reference, pattern));
  }

  /** Subscribed mailboxes, and subscribed names of which there is no mailbox; by LSUB on older servers. */
  async subscribed(): Promise<readonly ListResponse[]> {
    if (!this.#capabilities.hasOrRev2('LIST-EXTENDED')) return this.lsub();
    this.#require('authenticated', 'selected');
    return await this.#connection.run(listSubscribed());
  }

  /** @throws MailstowError 'mailbox-not-found', scope mailbox */
  async status(
    mailbox: MailboxName,
    items: readonly StatusItem[] = statusItems(this.#capabilities),
  ): Promise<MailboxStatus> {
    this.#require('authenticated', 'selected');
    return await this.#connection.run(status(mailbox, items), mailboxRefused(mailbox.key));
  }

  /** Opens a mailbox so that nothing in it can change. @throws MailstowError 'mailbox-not-found' */
  examine(mailbox: MailboxName, options?: SelectOptions): Promise<OpenedMailbox> {
    return this.#open(examine, mailbox, options);
  }

  /** Opens a mailbox for changes. @throws MailstowError 'mailbox-not-found', scope mailbox */
  select(mailbox: MailboxName, options?: SelectOptions): Promise<OpenedMailbox> {
    return this.#open(select, mailbox, options);
  }

  /** Closes the mailbox without removing anything, whether the server has UNSELECT or not. */
  async unselect(): Promise<void> {
    const { name, readOnly } = this.#requireSelected();
    if (this.#capabilities.hasOrRev2('UNSELECT')) {
      await this.#connection.run(unselect());
      this.#deselect();
      return;
    }
    // CLOSE removes what is marked \Deleted, but not from a mailbox that is open read-only.
    if (!readOnly) await this.examine(name);
    await this.close();
  }

  /** Closes the mailbox and, where it was selected, removes what is marked \Deleted. */
  async close(): Promise<void> {
    this.#requireSelected();
    await this.#connection.run(close());
    this.#deselect();
  }

  /** Asks for whatever the server has to say. */
  async noop(): Promise<void> {
    await this.#connection.run(noop());
  }

  /** From now on told of every response, in the order of the stream; undefined ends that. */
  useEars(ears: Ears | undefined): void {
    this.#ears = ears;
  }

  /**
   * RFC 2177: lets the server tell what happens in the open mailbox; see {@link useEars}.
   * @param enough resolves, never rejects, when that is to end
   */
  async idle(enough: Promise<void>): Promise<void> {
    this.#requireSelected();
    await this.#connection.run(idle(enough));
  }

  /**
   * RFC 5465: lets the server tell what happens in all of the account's own mailboxes, beginning with the STATUS of each.
   * @throws MailstowError where the server knows none of the events, or knows too little of one
   */
  async notify(events: readonly NotifyEvent[]): Promise<void> {
    this.#require('authenticated', 'selected');
    await this.#connection.run(notify(events));
  }

  /** Ends {@link notify}. */
  async notifyNone(): Promise<void> {
    await this.#connection.run(notifyNone());
  }

  /**
   * May be sent behind the opening of a mailbox without waiting for it; fails where that does.
   * @returns UIDs in the open mailbox that match all criteria
   * @throws MailstowError 'no-uids' when the server says OK and not what it found; scope mailbox
   */
  async uidSearch(criteria: SearchCriteria | SearchProgram): Promise<UidRanges> {
    const mailbox = this.#opening ?? this.#requireSelected().mailbox;
    const esearch = this.#capabilities.hasOrRev2('ESEARCH');
    const found: UidRanges[] = [];
    for (let upTo: number | undefined; ; ) {
      const command = uidSearch(criteria, { esearch, ...(upTo !== undefined && { upTo }) });
      const answer = await this.#connection.run(command, refusedIn('mailbox', mailbox));
      found.push(answer.uids);
      const lowest = lowestReached(answer.completion);
      // One that does not get ahead would be asked for ever.
      if (lowest === undefined || lowest <= 1 || lowest > (upTo ?? maxUid)) return unionAll(found);
      upTo = lowest - 1;
    }
  }

  /**
   * Asks for items of many messages; several calls may be in flight. A set too long for one command
   * goes as several that are sent together. May be sent behind the opening of a mailbox.
   * @param uids ranges, or a `sequence-set` such as `1:*`
   * @param each called for each message as it arrives, from within the reading of the stream
   * @throws MailstowError of scope message when the server refuses; what `each` throws
   */
  async uidFetch(
    uids: UidRanges | string,
    items: readonly FetchItem[],
    each: (message: FetchResponse) => void,
    options?: FetchOptions,
  ): Promise<FetchSummary> {
    const mailbox = this.#opening ?? this.#requireSelected().mailbox;
    const sets = typeof uids === 'string' ? [uids] : formatUidSet(uids);
    const answers = sets.map(async set => {
      const told: FetchCompletion[] = [];
      for (let rest: string | undefined = set; rest !== undefined; ) {
        const command = uidFetch(rest, items, each, options);
        const answer = await this.#connection.run(command, messagesRefused(mailbox));
        told.push(answer);
        const left = leftByLimit(rest, answer.completion);
        rest = left && formatUidSet(left, Number.POSITIVE_INFINITY)[0];
      }
      return told;
    });
    // All are waited for, so that nothing calls `each` behind a failure.
    await Promise.allSettled(answers);
    return summary((await Promise.all(answers)).flat());
  }

  /**
   * Carries out what changes the account's mailboxes: {@link Session} itself has no such verb, so that archiving has
   * none. Only engine/mailboxes calls it, which tests/layers.test.ts holds.
   * @param refusal makes the failure of a NO or BAD
   */
  async carryOut<Result>(command: Command<Result>, refusal: Refusal): Promise<Result> {
    this.#require('authenticated', 'selected');
    return await this.#connection.run(command, refusal);
  }

  /** Says goodbye and closes without waiting for the answer, which nothing depends on. */
  logout(): void {
    this.#state = 'closed';
    this.#selected = undefined;
    this.#connection.run(logout()).catch(() => {});
    this.#connection.end();
  }

  /** Closes at once; commands in flight fail as 'stopped'. */
  destroy(): void {
    this.#state = 'closed';
    this.#selected = undefined;
    this.#connection.destroy();
  }

  /** Where literals go that span chunks of the stream, from the next one on. */
  useLiteralStore(store: LiteralStore | undefined): void {
    this.#connection.useLiteralStore(store);
  }

  /** Asked before reading on; while its promise is open nothing is read and silence does not count. */
  useGate(gate: Gate | undefined): void {
    this.#connection.useGate(gate);
  }

  async #open(
    command: typeof examine,
    name: MailboxName,
    options: SelectOptions = {},
  ): Promise<OpenedMailbox> {
    this.#require('authenticated', 'selected');
    const { key: mailbox } = name;
    const opening = command(name, options);
    // Whether it succeeds or not, the mailbox that was open is no more (RFC 9051 section 6.3.2).
    this.#deselect();
    this.#opening = mailbox;
    const opened = this.#connection.run(
      {
        ...opening,
        // Within the tagged OK, so that an EXISTS right behind it finds the new mailbox.
        result: completion => {
          const { vanished, changed, ...described } = opening.result(completion);
          this.#selected = { mailbox, name, ...described };
          this.#state = 'selected';
          return { ...this.#selected, vanished, changed };
        },
      },
      mailboxRefused(mailbox),
    );
    try {
      return await opened;
    } finally {
      this.#opening = undefined;
    }
  }

  #deselect(): void {
    this.#selected = undefined;
    if (this.#state === 'selected') this.#state = 'authenticated';
  }

  #adoptEncoding(utf8: boolean): void {
    this.#connection.encoding = this.#capabilities.encoding(utf8);
  }

  #observe(response: Response): void {
    this.#capabilities.observe(response);
    if (this.#selected) this.#selected = afterResponse(this.#selected, response);
    this.#ears?.heard(response);
    // RFC 9051 section 7.1: an ALERT must be shown to the person.
    if (response.kind === 'status' && response.code?.name === 'ALERT') {
      this.#warn(warningOf('server-says', { args: { text: response.text } }));
    }
  }

  #tellUnreadable(response: Response): void {
    if (response.kind === 'malformed') {
      this.#warn(warningOf('answer-skipped', { args: { reason: response.reason } }));
    }
  }

  /** A verb in the wrong state is a defect of the caller, not a failure of the server. */
  #require(...states: readonly State[]): void {
    if (!states.includes(this.#state)) throw new Error(`not possible when ${this.#state}`);
  }

  #requireSelected(): SelectedMailbox {
    if (!this.#selected) throw new Error('no mailbox is open');
    return this.#selected;
  }
}

/** DavMail downloads a message to tell its size (getmail6#69), and greets by its name. */
function quirkSizeDownloads(greeting: string): boolean {
  return /\bDavMail\b/i.test(greeting);
}

import { defaults } from '../../../../shared/defaults.ts';
import type { RunEvent, RunRequest, WaitCause } from '../../../../shared/model/run.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import { MailstowError } from '../../errors.ts';
import type { ServerHabits } from '../../session/server-habits.ts';
import { connect, type Session, type SessionOptions } from '../../session/session.ts';
import { type Connected, signInOn } from '../../session/sign-in.ts';
import { connectTimeoutOf, timeoutOf } from '../../session/transport/timeouts.ts';
import { Patience } from './patience.ts';
import { pause } from './pause.ts';
import {
  isConnectionLoss,
  mayPass,
  quirkNotConnected,
  waitBeforeLogin,
  waitBeforeReconnection,
} from './retry.ts';
import type { RunControl } from './run-control.ts';
import {
  isMailboxPutOff,
  type Throttling,
  throttled,
  waitedInVain,
  waitWhenThrottled,
} from './throttling.ts';

/** What it takes to log in, and how long a connection that was lost is waited for. */
export type Access = Pick<RunRequest, 'server' | 'credentials' | 'patience'>;

/** Where a line comes from and whom it tells. */
export interface LineOptions {
  readonly access: Access;
  readonly emit: (event: RunEvent) => void;
  readonly signal: AbortSignal;
  readonly control: RunControl;
  /** Shared by the lines of a run. */
  readonly habits: ServerHabits;
}

/** What a line needs of a session, whatever its protocol. */
export type LineSession = Connected & Pick<Session, 'security' | 'useGate' | 'logout'>;

/**
 * A logged-in connection to the account that is made again when it is lost, and that waits when the server
 * asks for it. Work handed to {@link run} must be repeatable: it is called again after either.
 */
export class ReconnectingLine<Opened extends LineSession> {
  readonly #options: LineOptions;
  readonly #open: (options: SessionOptions) => Promise<Opened>;
  readonly #patience: Patience;
  #session: Opened | undefined;
  #hasConnected = false;
  #hasGained = false;
  #isRetired = false;
  /** Breaks of a connection that had stood, and all reconnections, since the last progress. */
  #lossesInARow = 0;
  #attemptsInARow = 0;
  #waitsInARow = 0;
  #refusalsInARow = 0;

  /** @param open connects, before any login */
  constructor(options: LineOptions, open: (options: SessionOptions) => Promise<Opened>) {
    this.#options = options;
    this.#open = open;
    this.#patience = new Patience(options.access.patience ?? defaults.patience);
  }

  get control(): RunControl {
    return this.#options.control;
  }

  /** False as long as no connection has stood. */
  get hasConnected(): boolean {
    return this.#hasConnected;
  }

  /** True when this line has brought something in this run. */
  get hasGained(): boolean {
    return this.#hasGained;
  }

  /** True when the line is not to be used any more. */
  get isRetired(): boolean {
    return this.#isRetired;
  }

  retire(): void {
    this.#isRetired = true;
  }

  /**
   * Connects and logs in. A first connection that fails is not tried again, because the person is still
   * there; only a login that the server puts off is waited for.
   */
  async open(): Promise<void> {
    for (;;) {
      try {
        await this.#connect();
        return;
      } catch (error) {
        if (!(error instanceof MailstowError) || this.#options.signal.aborted) throw error;
        const throttling = isAnswer(error) ? throttled(error.failure) : undefined;
        if (throttling === undefined) throw error;
        await this.#waitOut(throttling, error);
      }
    }
  }

  /** Tells that the connection brought something, so that the next loss is the first in a row again. */
  gained(): void {
    this.#hasGained = true;
    this.#renew();
  }

  /**
   * Runs work on the connection, reconnecting and waiting while there is hope.
   * @throws the work's own failure, or the loss or the refusal that was one too many
   */
  async run<T>(work: (session: Opened) => Promise<T>): Promise<T> {
    for (;;) {
      await this.#untilResumed();
      const began = performance.now();
      try {
        const result = await work(this.#session ?? (await this.#connect()));
        this.#renew();
        return result;
      } catch (error) {
        await this.#afterFailure(error, performance.now() - began);
      }
    }
  }

  /** Says goodbye where that is possible; never fails. */
  close(): void {
    const session = this.#session;
    this.#session = undefined;
    session?.useGate(undefined);
    session?.logout();
  }

  async #connect(): Promise<Opened> {
    const { server } = this.#options.access;
    const session = await this.#logIn();
    this.#session = session;
    this.#hasConnected = true;
    const encryption = session.security;
    const security = encryption ? `${encryption.protocol}, ${encryption.cipher}` : 'not encrypted';
    this.#options.emit({ event: 'connected', host: server.host, security });
    return session;
  }

  #logIn(): Promise<Opened> {
    const { access, habits, signal, emit } = this.#options;
    const onWarning = (warning: Warning) => emit({ event: 'warning', ...warning });
    return signInOn(
      this.#open,
      { server: access.server, signal, habits, onWarning },
      access.credentials,
      session => session.useGate(this.control),
    );
  }

  #drop(): void {
    this.#session?.destroy();
    this.#session = undefined;
  }

  #renew(): void {
    this.#lossesInARow = 0;
    this.#attemptsInARow = 0;
    this.#waitsInARow = 0;
    this.#refusalsInARow = 0;
    this.#patience.renew();
  }

  /**
   * Returns when it is worth trying again, else throws. What a server puts off of one mailbox alone is
   * thrown too: others can go on in the meantime.
   * @param tried milliseconds that the work, or connecting for it, took
   */
  async #afterFailure(error: unknown, tried: number): Promise<void> {
    const isHopeless = !(error instanceof MailstowError) || !this.#hasConnected;
    if (isHopeless || this.#options.signal.aborted) throw error;
    const { failure } = error;
    const { server } = this.#options.access;
    this.#patience.spend(Math.min(tried, timeoutOf(server) + connectTimeoutOf(server)));
    const isReconnecting = this.#session === undefined;
    const hasBroken = isConnectionLoss(failure) || quirkNotConnected(failure);
    const throttling = throttled(failure);
    if (hasBroken) this.#drop();
    if (throttling !== undefined) {
      if (isMailboxPutOff(failure)) throw error;
      await this.#waitOut(throttling, error);
    } else if (isReconnecting && failure.kind === 'login-refused') await this.#waitToLogIn(error);
    else if (isReconnecting && mayPass(failure.kind)) await this.#waitToReconnect(error);
    else if (hasBroken && this.#lossesInARow < defaults.reconnections) {
      this.#lossesInARow += 1;
      await this.#waitToReconnect(error);
    } else throw error;
  }

  async #waitToReconnect(error: MailstowError): Promise<void> {
    this.#attemptsInARow += 1;
    const milliseconds = waitBeforeReconnection(this.#attemptsInARow);
    const reason = `The connection was lost (${error.message})`;
    await this.#waitWithPatience('connection-lost', reason, milliseconds, error);
  }

  /** The password was right a moment ago. */
  async #waitToLogIn(error: MailstowError): Promise<void> {
    this.#refusalsInARow += 1;
    const milliseconds = waitBeforeLogin(this.#refusalsInARow);
    if (milliseconds === undefined) throw error;
    const words = error.failure.serverText ?? error.message;
    const reason = `The server refused your password, which worked before (${words}).`;
    await this.#waitWithPatience('login-refused', reason, milliseconds, error);
  }

  async #waitOut(throttling: Throttling, error: MailstowError): Promise<void> {
    this.#waitsInARow += 1;
    const milliseconds = waitWhenThrottled(this.#waitsInARow, throttling);
    const inVain = waitedInVain(error, throttling);
    if (milliseconds === undefined) throw inVain;
    const words = error.failure.serverText ?? error.message;
    const reason = `The server asks us to slow down (${words}).`;
    // As long as the server says, whatever the person's patience.
    if (throttling.suggested !== undefined) await this.#wait('pause-asked', reason, milliseconds);
    else await this.#waitWithPatience('pause-asked', reason, milliseconds, inVain);
  }

  /** @throws the failure when the patience is at its end */
  async #waitWithPatience(
    cause: WaitCause,
    reason: string,
    wanted: number,
    failure: MailstowError,
  ): Promise<void> {
    const milliseconds = this.#patience.cut(wanted);
    if (milliseconds === undefined) throw failure;
    this.#patience.spend(milliseconds);
    await this.#wait(cause, reason, milliseconds);
  }

  async #wait(cause: WaitCause, reason: string, milliseconds: number): Promise<void> {
    this.#options.emit({ event: 'waiting', cause, reason, milliseconds });
    await pause(milliseconds, this.#options.signal);
  }

  async #untilResumed(): Promise<void> {
    for (let resumed = this.control.ready(); resumed; resumed = this.control.ready()) {
      await orAborted(resumed, this.#options.signal);
    }
  }
}

/** A {@link ReconnectingLine} by IMAP. */
export class Line extends ReconnectingLine<Session> {
  constructor(options: LineOptions) {
    super(options, connect);
  }
}

/** True for a NO or BAD to the login; a server that turns the connection away has not got so far. */
function isAnswer({ kind }: MailstowError): boolean {
  return kind === 'login-refused' || kind === 'unknown-response';
}

/** Waits for the promise, which never rejects; throws the reason of the abort when that comes first. */
function orAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });
}

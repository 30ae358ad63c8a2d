import { setTimeout as sleep } from 'node:timers/promises';
import type { RunEvent, RunRequest, WaitCause } from '../../../shared/model/run.ts';
import { MailstowError } from '../errors.ts';
import { endpointOf } from '../session/endpoint.ts';
import { Secrets } from '../session/secrets.ts';
import type { Session } from '../session/session.ts';
import { connect } from '../session/session.ts';
import { isConnectionLoss, mayPass, quirkNotConnected, waitBeforeReconnection } from './retry.ts';
import type { RunControl } from './run-control.ts';
import { type Throttling, throttled, waitedInVain, waitWhenThrottled } from './throttling.ts';

/** What it takes to log in. */
export type Access = Pick<RunRequest, 'server' | 'credentials'>;

/**
 * A logged-in connection to the account that is made anew when it is lost, and that waits when the server
 * asks for it. Work handed to {@link run} must be repeatable: it is called again after either.
 */
export class Line {
  readonly #request: Access;
  readonly #emit: (event: RunEvent) => void;
  readonly #signal: AbortSignal;
  readonly control: RunControl;
  #session: Session | undefined;
  #hasConnected = false;
  #hasGained = false;
  #isRetired = false;
  #lossesInARow = 0;
  #waitsInARow = 0;

  constructor(
    request: Access,
    emit: (event: RunEvent) => void,
    signal: AbortSignal,
    control: RunControl,
  ) {
    this.#request = request;
    this.#emit = emit;
    this.#signal = signal;
    this.control = control;
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
        if (!(error instanceof MailstowError) || this.#signal.aborted) throw error;
        const throttling = isAnswer(error) ? throttled(error.failure) : undefined;
        if (throttling === undefined) throw error;
        await this.#waitOut(throttling, error);
      }
    }
  }

  /** Tells that the connection brought something, so that the next loss is the first in a row again. */
  gained(): void {
    this.#hasGained = true;
    this.#lossesInARow = 0;
    this.#waitsInARow = 0;
  }

  /**
   * Runs work on the connection, reconnecting and waiting while there is hope.
   * @throws the work's own failure, or the loss or the refusal that was one too many
   */
  async run<T>(work: (session: Session) => Promise<T>): Promise<T> {
    for (;;) {
      await this.#untilResumed();
      try {
        const result = await work(this.#session ?? (await this.#connect()));
        this.#lossesInARow = 0;
        this.#waitsInARow = 0;
        return result;
      } catch (error) {
        await this.#afterFailure(error);
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

  async #connect(): Promise<Session> {
    const { server, credentials } = this.#request;
    const session = await connect({
      endpoint: endpointOf(server),
      signal: this.#signal,
      // What the server learned on one connection it may say in the greeting of the next.
      secrets: new Secrets(credentials.user, credentials.password),
      onWarning: message => this.#emit({ event: 'warning', message }),
    });
    try {
      session.useGate(this.control);
      await session.login(credentials.user, credentials.password);
    } catch (error) {
      session.destroy();
      throw error;
    }
    this.#session = session;
    this.#hasConnected = true;
    const encryption = session.security;
    const security = encryption ? `${encryption.protocol}, ${encryption.cipher}` : 'not encrypted';
    this.#emit({ event: 'connected', host: server.host, security });
    return session;
  }

  #drop(): void {
    this.#session?.destroy();
    this.#session = undefined;
  }

  /** Returns when it is worth trying again, else throws. */
  async #afterFailure(error: unknown): Promise<void> {
    const isHopeless = !(error instanceof MailstowError) || !this.#hasConnected;
    if (isHopeless || this.#signal.aborted) throw error;
    const { failure } = error;
    const reconnectionFailed = this.#session === undefined && mayPass(failure.kind);
    const isLoss =
      isConnectionLoss(failure.kind) || quirkNotConnected(failure) || reconnectionFailed;
    if (isLoss) this.#drop();
    const throttling = throttled(failure);
    if (throttling !== undefined) await this.#waitOut(throttling, error);
    else if (isLoss) await this.#waitToReconnect(error);
    else throw error;
  }

  async #waitToReconnect(error: MailstowError): Promise<void> {
    this.#lossesInARow += 1;
    const milliseconds = waitBeforeReconnection(this.#lossesInARow);
    if (milliseconds === undefined) throw error;
    await this.#wait('connection-lost', `The connection was lost (${error.message})`, milliseconds);
  }

  async #waitOut(throttling: Throttling, error: MailstowError): Promise<void> {
    this.#waitsInARow += 1;
    const milliseconds = waitWhenThrottled(this.#waitsInARow, throttling);
    if (milliseconds === undefined) throw waitedInVain(error, throttling);
    const words = error.failure.serverText ?? error.message;
    await this.#wait('pause-asked', `The server asks for a pause (${words}).`, milliseconds);
  }

  async #wait(cause: WaitCause, reason: string, milliseconds: number): Promise<void> {
    this.#emit({ event: 'waiting', cause, reason, milliseconds });
    await sleep(milliseconds, undefined, { signal: this.#signal });
  }

  async #untilResumed(): Promise<void> {
    for (let resumed = this.control.ready(); resumed; resumed = this.control.ready()) {
      await orAborted(resumed, this.#signal);
    }
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

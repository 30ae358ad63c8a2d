import { setTimeout as sleep } from 'node:timers/promises';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import { MailstowError } from '../errors.ts';
import type { Session } from '../session/session.ts';
import { connect } from '../session/session.ts';
import { isConnectionLoss, waitBeforeReconnection } from './retry.ts';

/**
 * A logged-in connection to the account that is made anew when it is lost. Work handed to {@link run}
 * must be repeatable: it is called again on the new connection.
 */
export class Line {
  readonly #request: RunRequest;
  readonly #emit: (event: RunEvent) => void;
  readonly #signal: AbortSignal;
  #session: Session | undefined;
  #lossesInARow = 0;

  constructor(request: RunRequest, emit: (event: RunEvent) => void, signal: AbortSignal) {
    this.#request = request;
    this.#emit = emit;
    this.#signal = signal;
  }

  /** Connects and logs in. A first connection that fails is not tried again: the person is still there. */
  async open(): Promise<void> {
    const { server, credentials } = this.#request;
    const session = await connect({
      endpoint: { ...server, trust: trustOf(server) },
      signal: this.#signal,
      onWarning: message => this.#emit({ event: 'warning', message }),
    });
    try {
      await session.login(credentials.user, credentials.password);
      if (session.capabilities.has('QRESYNC')) await session.enable('QRESYNC');
    } catch (error) {
      session.destroy();
      throw error;
    }
    this.#session = session;
    const security = session.security;
    this.#emit({
      event: 'connected',
      host: server.host,
      security:
        security === undefined ? 'not encrypted' : `${security.protocol}, ${security.cipher}`,
    });
  }

  /** Tells that the connection brought something, so that the next loss is the first in a row again. */
  gained(): void {
    this.#lossesInARow = 0;
  }

  /**
   * Runs work on the connection, reconnecting while it is lost and there is hope.
   * @throws the work's own failure, or the loss that was one too many
   */
  async run<T>(work: (session: Session) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        if (this.#session === undefined) await this.open();
        return await work(this.#connected());
      } catch (error) {
        await this.#afterLoss(error);
      }
    }
  }

  /** Says goodbye where that is possible; never fails. */
  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    try {
      await session?.logout();
    } catch {
      // The work is done; a server that hangs up on LOGOUT has lost nothing of ours.
    } finally {
      session?.destroy();
    }
  }

  #connected(): Session {
    if (this.#session === undefined) throw new Error('the line is closed');
    return this.#session;
  }

  /** Returns when it is worth trying again, else throws. */
  async #afterLoss(error: unknown): Promise<void> {
    const hadConnected = this.#session !== undefined || this.#lossesInARow > 0;
    if (!(error instanceof MailstowError) || !hadConnected || this.#signal.aborted) throw error;
    const reconnectFailed = this.#session === undefined && error.kind === 'connection';
    if (!isConnectionLoss(error.kind) && !reconnectFailed) throw error;
    this.#session?.destroy();
    this.#session = undefined;
    this.#lossesInARow += 1;
    const milliseconds = waitBeforeReconnection(this.#lossesInARow);
    if (milliseconds === undefined) throw error;
    const reason = `The connection was lost (${error.message})`;
    this.#emit({ event: 'waiting', reason, milliseconds });
    await sleep(milliseconds, undefined, { signal: this.#signal });
  }
}

function trustOf(server: RunRequest['server']) {
  const { certificateFile, certificateFolder } = server;
  return {
    ...(certificateFile === undefined ? {} : { certificateFile }),
    ...(certificateFolder === undefined ? {} : { certificateFolder }),
  };
}

import type { Failure, FailureKind } from '../../../../shared/model/failure.ts';

/** Kinds that a new connection may cure. */
const curable: ReadonlySet<FailureKind> = new Set([
  'receive',
  'transmit',
  'no-answer',
  // Of the account: the stream as a whole cannot be followed any more.
  'unparsable-response',
]);

/** Ways in which a reconnection fails while a network, a server or what stands before it comes back. */
const passing: ReadonlySet<FailureKind> = new Set([
  ...curable,
  'connection',
  'name-not-found',
  // The sign-in page of a hotel's network.
  'certificate',
  'unknown-response',
]);

const firstWait = 500;
const longestWait = 30_000;

/** True when a failure is that of a connection which had been working. */
export function isConnectionLoss({ kind, scope }: Failure): boolean {
  return curable.has(kind) && (kind !== 'unparsable-response' || scope === 'account');
}

/** True when a reconnection that failed in this way is worth another one. */
export function mayPass(kind: FailureKind): boolean {
  return passing.has(kind);
}

/**
 * Outlook and Exchange: a connection that says "User is authenticated but not connected" answers nothing
 * else any more, while a new one works; node-imap#523.
 */
export function quirkNotConnected({ serverText = '' }: Failure): boolean {
  return /authenticated but not connected/i.test(serverText);
}

/** Milliseconds to wait before reconnection number `attempt` (from 1 on) in a row. Doubles each time. */
export function waitBeforeReconnection(attempt: number): number {
  return Math.min(firstWait * 2 ** (attempt - 1), longestWait);
}

/** Servers lock accounts after wrong passwords, the strictest known after three, most for minutes. */
const loginWaits = [10_000, 30_000, 60_000];

/**
 * Milliseconds to wait before a login that had worked in this run is tried again for the `attempt`-th
 * time (from 1 on); undefined when it is wrong by now.
 */
export function waitBeforeLogin(attempt: number): number | undefined {
  return loginWaits[attempt - 1];
}

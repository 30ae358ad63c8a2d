import { defaults } from '../../../shared/defaults.ts';
import type { Failure, FailureKind } from '../../../shared/model/failure.ts';

/** Kinds that a new connection may cure. */
const curable: ReadonlySet<FailureKind> = new Set(['receive', 'transmit', 'no-answer']);

/** Kinds in which a reconnection fails while a network or a server comes back. */
const passing: ReadonlySet<FailureKind> = new Set(['connection', 'name-not-found']);

const firstWait = 500;
const longestWait = 30_000;

/** True when a failure is that of a connection which had been working. */
export function isConnectionLoss(kind: FailureKind): boolean {
  return curable.has(kind);
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

/**
 * Milliseconds to wait before reconnection number `attempt` (from 1 on) in a row without progress;
 * undefined when it is time to give up. Doubles each time.
 */
export function waitBeforeReconnection(attempt: number): number | undefined {
  if (attempt > defaults.reconnections) return undefined;
  return Math.min(firstWait * 2 ** (attempt - 1), longestWait);
}

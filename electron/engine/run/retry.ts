import { defaults } from '../../../shared/defaults.ts';
import type { FailureKind } from '../../../shared/model/failure.ts';

/** Kinds that a new connection may cure. */
const curable: ReadonlySet<FailureKind> = new Set(['receive', 'transmit', 'no-answer']);

const firstWait = 500;
const longestWait = 30_000;

/** True when a failure is that of a connection which had been working. */
export function isConnectionLoss(kind: FailureKind): boolean {
  return curable.has(kind);
}

/**
 * Milliseconds to wait before reconnection number `attempt` (from 1 on) in a row without progress;
 * undefined when it is time to give up. Doubles each time.
 */
export function waitBeforeReconnection(attempt: number): number | undefined {
  if (attempt > defaults.reconnections) return undefined;
  return Math.min(firstWait * 2 ** (attempt - 1), longestWait);
}

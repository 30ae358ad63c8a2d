import type { Account, RunState } from '../../shared/contract.ts';

const over: readonly RunState['state'][] = ['done', 'stopped', 'failed'];

export function isOver(run: RunState): boolean {
  return over.includes(run.state);
}

/** Nothing moves for now: the person paused it, or it waits for the server. */
export function isStill({ state }: RunState): boolean {
  return state === 'paused' || state === 'waiting';
}

/** The part of the work that is done, 0 to 1; undefined while nobody knows how much there is. */
export function fraction(run: RunState): number | undefined {
  if (run.state === 'done') return 1;
  if (run.toFetch === 0) return undefined;
  return Math.min(1, run.stored / run.toFetch);
}

/** Seconds until the messages that are known to be missing are stored; undefined where that cannot be said. */
export function secondsLeft(run: RunState): number | undefined {
  if (run.state !== 'running' || run.speed <= 0 || run.toFetch <= run.stored) return undefined;
  return Math.ceil((run.toFetch - run.stored) / run.speed);
}

/** Whether the person has to be asked before the next run: no password is known, or the server refused it. */
export function needsPassword({ hasPassword }: Account, run: RunState | undefined): boolean {
  return !hasPassword || run?.failure?.kind === 'login-refused';
}

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
  return run.state === 'done' ? 1 : run.fraction;
}

/** The sign-in with the provider has ended: the person has to sign in there again. */
export function needsSignIn({ signedInBy, hasPassword }: Account): boolean {
  return signedInBy !== undefined && !hasPassword;
}

/** Whether the person has to be asked before the next run: no password is known, or the server refused it. */
export function needsPassword(
  { hasPassword, lastRun }: Account,
  run: RunState | undefined,
): boolean {
  const failure = run === undefined ? lastRun?.failure : run.failure;
  return !hasPassword || failure?.kind === 'login-refused';
}

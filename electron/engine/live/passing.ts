import type { Failure } from '../../../shared/model/failure.ts';
import { isConnectionLoss, mayPass, quirkNotConnected } from '../run/connection/retry.ts';
import { throttled } from '../run/connection/throttling.ts';

/** How often in a row a login that had worked is tried again before it is wrong by now. */
const mostRefusals = 3;

/** Milliseconds: servers lock accounts after wrong passwords, and others have the folder for a while. */
const afterRefusal = 30_000;
const afterThrottling = 60_000;
const afterBusy = 5_000;

/**
 * Whether a failure is one that time heals.
 * @param refusals logins in a row that the server refused, this one included; undefined where none had worked before
 * @returns the least milliseconds to wait; undefined where the person has to do something
 */
export function passing(failure: Failure, refusals: number | undefined): number | undefined {
  const { kind } = failure;
  const throttling = throttled(failure);
  if (throttling !== undefined) return throttling.suggested ?? afterThrottling;
  if (kind === 'login-refused') {
    const isDoubtful = refusals !== undefined && refusals <= mostRefusals;
    return isDoubtful ? afterRefusal * 2 ** (refusals - 1) : undefined;
  }
  if (kind === 'folder-in-use') return afterBusy;
  const isOfLine = isConnectionLoss(failure) || mayPass(kind) || quirkNotConnected(failure);
  return isOfLine || failure.code === 'renumbered-during-run' ? 0 : undefined;
}

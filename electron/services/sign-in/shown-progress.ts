import type { SignInState } from '../../../shared/contract.ts';
import { clipped } from '../clip.ts';
import type { SignInProgress } from './sign-ins.ts';

/** A sign-in as the contract bounds it. */
export function shownProgress({ failure, ...progress }: SignInProgress): SignInState {
  return { ...progress, ...(failure !== undefined && { failure: clipped(failure) }) };
}

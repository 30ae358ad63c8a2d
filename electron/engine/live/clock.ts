import { setTimeout as sleep } from 'node:timers/promises';

/** The time of a watch. Tests and proofs have one that runs faster. */
export interface Clock {
  /** Milliseconds since 1970 UTC; goes on while the computer sleeps. */
  now(): number;
  /** @throws the reason of the signal where that comes first */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, { signal });
  },
};

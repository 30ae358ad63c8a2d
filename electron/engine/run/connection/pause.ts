import { setTimeout as sleep } from 'node:timers/promises';

/** Waits as long as a server or a network needs; throws the reason of the signal where that comes first. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal });
}

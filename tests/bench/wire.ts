import type { Account } from './accounts.ts';
import { contestants, ours } from './contestants.ts';
import { startLine } from './line/line.ts';
import { makeFolder, timeOne } from './race.ts';
import type { Figure } from './report/results.ts';
import type { Stage } from './stage.ts';

/** Enough that what a client sends without waiting does not look like an answer. */
const roundTrip = 40;

export function bytesOfSecondRun(race: string): string {
  return `${race}, no-op: bytes on the wire`;
}

export function roundTripsOfSecondRun(race: string): string {
  return `${race}, no-op: round trips`;
}

/** Counts what a second run of ours sends and waits for, TCP and TLS included. */
export async function countSecondRun(
  stage: Stage,
  name: string,
  account: Account,
): Promise<Figure[]> {
  const us = contestants.find(each => each.name === ours);
  if (us === undefined) return [];
  const { ports, ca } = stage.dovecot;
  const line = await startLine(ports.imaps, roundTrip);
  try {
    const folder = makeFolder(stage, 'counted');
    const near = { name, account, port: ports.imaps, ca, distant: false };
    await timeOne(stage, near, us, 'first run', folder);
    await timeOne(stage, { ...near, port: line.port, distant: true }, us, 'no-op', folder);
    const { bytes, roundTrips } = await line.traffic();
    return [
      { name: bytesOfSecondRun(name), value: bytes },
      { name: roundTripsOfSecondRun(name), value: roundTrips },
    ];
  } finally {
    await line.stop();
  }
}

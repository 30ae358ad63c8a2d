import { powerMonitor } from 'electron';
import type { RunState } from '../../shared/contract.ts';
import { isOver } from './run-watch.ts';

/** Milliseconds that a network needs, after the system woke up, until names can be looked up again. */
const untilNetwork = 5_000;

/** Asked to hold already, or to end. */
const held: readonly RunState['state'][] = ['paused', 'stopping'];

/** What can be done with the runs of all accounts. */
export interface PausableRuns {
  list(): readonly RunState[];
  pause(which: { accountId: string }): void;
  resume(which: { accountId: string }): void;
}

/**
 * A system that sleeps has cut every connection: what runs is paused in the meantime, so that it neither counts the
 * silence nor tries to connect before there is a network. What watches looks at its connections then.
 */
export function sleepWithSystem(runs: PausableRuns, watches: { wake(): void }): void {
  let paused: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  powerMonitor.on('suspend', () => {
    clearTimeout(timer);
    const running = idsOf(runs, run => !isOver(run) && !held.includes(run.state));
    for (const accountId of running) runs.pause({ accountId });
    paused = [...paused, ...running];
  });
  powerMonitor.on('resume', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The person may have stopped or resumed some of them in the meantime.
      const still = idsOf(runs, ({ state }) => state === 'paused');
      for (const accountId of still) if (paused.includes(accountId)) runs.resume({ accountId });
      paused = [];
      watches.wake();
    }, untilNetwork);
  });
}

function idsOf(runs: PausableRuns, fits: (run: RunState) => boolean): string[] {
  return runs
    .list()
    .filter(fits)
    .map(({ accountId }) => accountId);
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './accounts.ts';
import type { Job } from './clients/job.ts';
import { type Contestant, nodeDrain, type Proof } from './contestants.ts';
import { type Measured, measure } from './measure/measure.ts';
import type { Phase, Timing } from './report/results.ts';
import type { Stage } from './stage.ts';

/** Where the contestants run. */
export interface Course {
  readonly name: string;
  readonly account: Account;
  readonly port: number;
  /** PEM file of the authority behind the server's certificate. */
  readonly ca: string;
  /** Whether the line to the server is a slow one. */
  readonly distant: boolean;
}

/** What took longer in its first round is not run again, so that the whole ends within the hour. */
const longEnough = 60;

/**
 * Times first runs and second runs, one contestant after the other, round by round. One that fails is
 * out, and the others go on.
 * @param first runs once before them: the server's own index and the system's cache are made at nobody's expense
 */
export async function race(
  stage: Stage,
  course: Course,
  contestants: readonly Contestant[],
  first: Contestant = nodeDrain,
): Promise<Timing[]> {
  const timings: Timing[] = [];
  const running = new Set(contestants);
  const latest = new Map<Contestant, string>();
  const run = async (contestant: Contestant, phase: Phase, folder: string): Promise<void> => {
    const title = `${course.name}, ${phase}: ${contestant.name}`;
    try {
      const measured = await timeOne(stage, course, contestant, phase, folder);
      if (measured === undefined) return;
      const { seconds, peakMemory } = measured;
      timings.push({ race: course.name, phase, contestant: contestant.name, seconds, peakMemory });
      stage.report(`${title} ${seconds.toFixed(2)} s`);
      if (seconds > longEnough) running.delete(contestant);
    } catch (reason) {
      stage.signal.throwIfAborted();
      stage.failed(`${title}: ${reason instanceof Error ? reason.message : reason}`);
      running.delete(contestant);
      latest.delete(contestant);
    }
  };
  await timeOne(stage, course, first, 'first run', makeFolder(stage, 'warm-up'));
  for (let round = 1; round <= stage.rounds; round += 1) {
    for (const contestant of [...running]) {
      // Never a folder that was there before: creating files is slow where some were deleted.
      const folder = makeFolder(stage, `${contestant.name}-${round}`);
      latest.set(contestant, folder);
      await run(contestant, 'first run', folder);
    }
    // Not at once: mbsync sleeps a second where a folder was changed within the last one.
    for (const [contestant, folder] of [...latest]) await run(contestant, 'no-op', folder);
  }
  return timings;
}

/** A folder of the stage that was not there. */
export function makeFolder(stage: Stage, name: string): string {
  const folder = join(stage.folder, name.replaceAll(/\W+/g, '-'));
  mkdirSync(folder);
  return folder;
}

/**
 * One run; undefined where the contestant has no such run.
 * @throws when it fetched less than there is
 */
export async function timeOne(
  stage: Stage,
  { account, port, ca, distant }: Course,
  contestant: Contestant,
  phase: Phase,
  folder: string,
): Promise<Measured | undefined> {
  const job = { ...account, port, ca, again: phase === 'no-op', folder };
  const { programs, signal } = stage;
  const command = await contestant.command({ job, programs, beside: folder, distant });
  if (command === undefined) return undefined;
  // What one leaves to be written must not slow the next one down.
  spawnSync('sync', ['-f', folder]);
  const measured = await measure(command, signal);
  const lack = whatIsLacking(contestant.proof, job, account, measured.stdout);
  if (lack !== undefined) throw new Error(`It ${lack}.`);
  return measured;
}

function whatIsLacking(
  proof: Proof,
  job: Job,
  account: Account,
  stdout: string,
): string | undefined {
  if (proof.kind === 'bytes') {
    const enough = job.again ? 0 : account.bytes;
    return Number(stdout) > enough ? undefined : `read ${stdout.trim()} bytes of ${enough}`;
  }
  const stored = countMessages(job.folder);
  const enough = account.messages * proof.leastShare;
  return stored >= enough ? undefined : `stored ${stored} messages of ${account.messages}`;
}

/** Message files: all but hidden ones and what lies in hidden folders. */
function countMessages(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(each => !each.name.startsWith('.'))
    .map(each => (each.isDirectory() ? countMessages(join(folder, each.name)) : 1))
    .reduce((sum, count) => sum + count, 0);
}

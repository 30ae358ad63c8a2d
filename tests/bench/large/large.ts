import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, measure } from '../measure/measure.ts';
import { type Figure, median } from '../report/results.ts';
import type { Outcome, Stage } from '../stage.ts';

/** What a second run of a million messages is compared with. */
const counts = [10_000, 1_000_000];

/** A figure's name, where the targets find it. */
export function secondRunOf(count: number): string {
  return `no-op of ${count.toLocaleString('en')} messages, seconds`;
}

/** Second runs of large mailboxes, from a server that makes their messages when they are asked for. */
export async function largeMailboxes(stage: Stage): Promise<Outcome> {
  const figures: Figure[] = [];
  for (const count of counts) {
    const times = await secondRuns(stage, count);
    figures.push({ name: secondRunOf(count), value: median(times) });
  }
  return { timings: [], figures };
}

async function secondRuns(stage: Stage, count: number): Promise<number[]> {
  const server = fork(join(import.meta.dirname, 'large-server.ts'), [String(count)], {
    detached: true,
  });
  try {
    const [port] = await once(server, 'message');
    const folder = join(stage.folder, String(count));
    mkdirSync(folder);
    const authFile = `${folder}.auth`;
    writeFileSync(authFile, 'username = user\npassword = secret\n', { mode: 0o600 });
    const where = ['127.0.0.1', '-p', String(port), '-a', authFile, '-o', folder, '--quiet'];
    const command: Command = [process.execPath, stage.programs.imapcl, ...where];
    const first = await measure(command, stage.signal);
    stage.report(`first run of ${count} messages ${first.seconds.toFixed(2)} s`);
    const times: number[] = [];
    for (let round = 1; round <= stage.rounds; round += 1) {
      spawnSync('sync', ['-f', folder]);
      const { seconds } = await measure(command, stage.signal);
      stage.report(`no-op of ${count} messages ${seconds.toFixed(2)} s`);
      times.push(seconds);
    }
    return times;
  } finally {
    const ended = once(server, 'exit');
    server.disconnect();
    await ended;
  }
}

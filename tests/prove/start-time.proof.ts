import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { packFolder } from '../../build/package/builder.ts';
import { startDesktopSession } from '../electron-runtime/desktop-session.ts';
import { aProject, removeProject } from '../package/a-project.ts';
import { packingRuntime } from '../package/packing.ts';
import { makeBare, median, timeToWindow } from '../package/start-time.ts';

const starts = 20;
/** Times of an empty Electron window. */
const most = 1.5;

/** From the start of the packaged app to its window: the median beside that of an empty window of the same Electron. */
export async function prove(scale: number): Promise<void> {
  const runtime = packingRuntime();
  if ('missing' in runtime) throw new Error(`the app cannot be started here: ${runtime.missing}`);
  const job = await aProject(runtime);
  const session = await startDesktopSession();
  try {
    const app = await packFolder(job);
    for (const folder of [job.project, job.output]) chmodSync(folder, 0o755);
    const empty = await makeBare(app, join(job.project, 'bare'));
    const programs = { mailstow: join(app, 'mailstow-desktop'), empty };
    const times = { mailstow: [] as number[], empty: [] as number[] };
    // The first of each fills the disk's cache.
    for (const program of Object.values(programs)) await timeToWindow(session, program);
    for (let start = 0; start < Math.ceil(starts * scale); start++) {
      for (const name of ['empty', 'mailstow'] as const) {
        times[name].push(await timeToWindow(session, programs[name]));
      }
    }
    const [own, other] = [median(times.mailstow), median(times.empty)];
    const ratio = own / other;
    console.log(
      `Electron ${runtime.electronVersion}, ${times.empty.length} starts each: Mailstow ${Math.round(own)} ms, an empty window ${Math.round(other)} ms, ${ratio.toFixed(2)} times as long`,
    );
    assert.ok(ratio <= most, `the window takes ${ratio.toFixed(2)} times as long as an empty one`);
  } finally {
    await session.stop();
    removeProject(job);
  }
}

import { watchFor } from '../engine/live/a-day.ts';
import { deliver, percentile } from '../engine/live/delivery.ts';

const mostSeconds = 5;
/** Bytes by which the heap may differ, in a day, for what a collector leaves. */
const slack = 8 * 1024 * 1024;

/**
 * 1,000 messages at random over 5 minutes to Dovecot, told of by NOTIFY and by IDLE, through 20 cuts of the line and 2
 * suspensions of the process: each is on disk within 5 s (99 of 100). Then a day by a faster clock: the heap stays as it
 * is, and there is no storm of connections.
 */
export async function prove(scale: number): Promise<void> {
  for (const [way, layout] of [
    ['notify', 'folders'],
    ['idle', 'flat'],
  ] as const) {
    const messages = Math.round(1_000 * scale);
    const cuts = Math.max(1, Math.round(20 * scale));
    const plan = { messages, during: 300_000 * scale, cuts, suspensions: 2, suspended: 10_000 };
    const { latencies, connections } = await deliver({ ...plan, way, layout, seed: 18 });
    const [half, most, worst] = [50, 99, 100].map(each => percentile(latencies, each) / 1_000);
    console.log(
      `${way}, ${layout}: ${messages} messages, ${cuts} cuts, ${connections} connections; on disk after ${half?.toFixed(2)} s (half), ${most?.toFixed(2)} s (99 %), ${worst?.toFixed(2)} s (all)`,
    );
    if ((most ?? Infinity) > mostSeconds) throw new Error(`${way}: 99 % within ${most} s`);
  }
  for (const way of ['NOTIFY', 'IDLE'] as const) {
    const hours = 24 * scale;
    const day = await watchFor(hours, 720, way, 'flat');
    const [before, after] = day.heap;
    console.log(
      `${hours} hours with ${way}: ${day.stored} messages, ${day.connections} connections, ${day.commands} commands, heap ${megabytes(before)} then ${megabytes(after)}`,
    );
    // Two cuts an hour, and a server that turns everybody away for a third of the time.
    if (day.connections > 25 + 8 * hours) throw new Error('there was a storm of connections');
    if (after > before + slack) throw new Error('memory grew');
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

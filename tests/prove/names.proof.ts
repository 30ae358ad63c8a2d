import { namesHold } from '../engine/run/choose/any-names.ts';

const names = 100_000;
/** Names between two lines of progress. */
const step = 5_000;

/** Random mailbox names and subjects, over all of Unicode: written, read back, and the next run is quiet. */
export async function prove(scale: number): Promise<void> {
  const count = Math.ceil(names * scale);
  for (const layout of ['flat', 'folders'] as const) {
    for (let done = 0; done < count; done += step) {
      const part = Math.min(step, count - done);
      await namesHold(part, 1_000_003 * (done + 1), layout);
      console.log(`${layout}: ${done + part} of ${count} mailbox names and subjects hold`);
    }
  }
}

import { times } from './times.ts';
import type { Watch } from './watch.ts';

/** Rings when the clock is ahead of where it should be: the computer slept, or the process was held. */
export async function noticeSleep({ clock, signal, control }: Watch): Promise<void> {
  for (;;) {
    const before = clock.now();
    await clock.sleep(times.look, signal);
    if (clock.now() - before > times.look + times.slept) control.wake();
  }
}

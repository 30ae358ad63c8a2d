import { getPriority, setPriority } from 'node:os';
import { platform } from 'node:process';

/**
 * Lets others go first when they want the processor as well. Only on Linux is the priority the thread's own: elsewhere
 * this would be the whole process's.
 * @param nice as `nice` counts: from 1, a little, to 19, always
 */
export function giveWay(nice: number): void {
  // A program started by `nice` may not lower that value again (EACCES).
  if (platform === 'linux' && getPriority() < nice) setPriority(nice);
}

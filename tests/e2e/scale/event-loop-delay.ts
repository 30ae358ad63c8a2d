import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded ahead of a program: at each SIGUSR2 writes the longest delay of its event loop since the one
 * before, in milliseconds, to the file that MAILSTOW_DELAY_FILE names.
 */
const file = process.env.MAILSTOW_DELAY_FILE;
/** Milliseconds; what is measured includes them. */
const resolution = 5;

if (isMainThread && file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let lines = '';
  process.on('SIGUSR2', () => {
    lines += `${delay.max / 1e6 - resolution}\n`;
    writeFileSync(file, lines);
    delay.reset();
  });
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Preloaded into a measured process: leaves its peak resident memory, in bytes, in MEMORY_FILE. */
const file = process.env.MEMORY_FILE;
if (isMainThread && file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(peakKilobytes() * 1024)));
}

/** Where Linux tells it, of this program alone: `maxRSS` has that of the process that started it, too. */
function peakKilobytes(): number {
  const status = '/proc/self/status';
  const own =
    existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'latin1'))?.[1];
  return own ? Number(own) : process.resourceUsage().maxRSS;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into a measured process on Linux: leaves its peak resident memory, in bytes, in
 * MEMORY_FILE. Read from /proc, because getrusage also counts what the process held that started it.
 */
const file = process.env.MEMORY_FILE;
if (isMainThread && file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(peakMemory())));
}

function peakMemory(): number {
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(peak) * 1024;
}

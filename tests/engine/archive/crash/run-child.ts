import { spawn } from 'node:child_process';

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ChildEnd {
  readonly killed: boolean;
  readonly output: string;
  /** UIDs that the child was told are durable. */
  readonly stored: readonly number[];
}

/** Runs the child until its n-th step in that thread, or to its end where it has fewer. */
export function runChild(
  scenario: 'store' | 'remap',
  folder: string,
  layout: 'flat' | 'folders',
  thread: 'main' | 'worker',
  step: number,
): Promise<ChildEnd> {
  const preload = new URL('./kill-at-step.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      '--import',
      preload,
      fileURLToPath(new URL('./child.ts', import.meta.url)),
      scenario,
      folder,
      layout,
    ],
    {
      env: {
        NODE_COMPILE_CACHE: join(dirname(folder), 'compile-cache'),
        ...process.env,
        CRASH_THREAD: thread,
        CRASH_STEP: `${step}`,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`The child failed: ${output}`));
      const stored = [...output.matchAll(/^stored (\d+)$/gm)].map(match => Number(match[1]));
      resolve({ killed: signal === 'SIGKILL', output, stored });
    });
  });
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const file = join(import.meta.dirname, '../../../electron/engine/thread/give-way.ts');
const program = `
  import { getPriority } from 'node:os';
  import { Worker } from 'node:worker_threads';
  const worker = new Worker(
    \`import('\${process.argv[1]}').then(({ giveWay }) => {
      giveWay(5);
      const { parentPort } = process.getBuiltinModule('node:worker_threads');
      parentPort.postMessage(process.getBuiltinModule('node:os').getPriority());
    });\`,
    { eval: true },
  );
  worker.on('message', own => console.log(own, getPriority()));
`;

/** Root may take back what others may not. */
const asOthers =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-sys_nice', '--inh-caps=-sys_nice'] : [];

test.skipIf(process.platform !== 'linux').each([
  [0, '5 0'],
  [5, '5 5'],
  [15, '15 15'],
])('a thread of a program at %i gives way, and never takes that back', (given, expected) => {
  const [command = '', ...rest] = [...asOthers, 'nice', '-n', String(given), process.execPath];
  const { stdout, stderr } = spawnSync(
    command,
    [...rest, '--input-type=module', '-e', program, file],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(expected);
});

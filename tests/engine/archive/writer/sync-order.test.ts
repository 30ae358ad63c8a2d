import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { fileOf, layoutNow, test } from '../../../both-layouts.ts';
import { newUids } from '../crash/scene.ts';
import { temporaryFolder } from '../temporary-archive.ts';

/** Why no system calls can be traced here, or undefined. */
function traceMissing(): string | undefined {
  return spawnSync('strace', ['-e', 'none', 'true']).status === 0 ? undefined : 'needs strace';
}

test.skipIf(traceMissing() !== undefined)(
  `data synced, then renamed, then journalled and synced, then told (${traceMissing() ?? 'traced'})`,
  { timeout: 60_000 },
  () => {
    const root = temporaryFolder();
    const folder = join(root, 'mail');
    const trace = join(root, 'trace');
    const child = fileURLToPath(new URL('../crash/child.ts', import.meta.url));
    const calls = 'trace=openat,write,pwrite64,fsync,fdatasync,syncfs,rename,renameat,renameat2';
    execFileSync('strace', [
      '-f',
      '-y',
      '-s',
      '400',
      '-e',
      calls,
      '-o',
      trace,
      process.execPath,
      child,
      'store',
      folder,
      layoutNow(),
    ]);
    const lines = readFileSync(trace, 'utf8').split('\n');
    const first = (pattern: RegExp) => lines.findIndex(line => pattern.test(line));
    const last = (pattern: RegExp) => lines.findLastIndex(line => pattern.test(line));

    const paths = newUids.map(uid => fileOf(folder, `MSG_INBOX_${uid}.txt`));
    const written = last(/write(64)?\(\d+<[^>]*incoming\/[^>]*\.part>/);
    const synced = first(/syncfs\(/);
    const renames = paths.map(path =>
      lines.findIndex(line => /rename.*incoming\//.test(line) && line.includes(`"${path}"`)),
    );
    const folderSynced = lines.findIndex(
      (line, index) =>
        index > Math.max(...renames) &&
        line.includes(`<${dirname(paths[0] ?? '')}>`) &&
        line.includes('fsync('),
    );
    const journalled = first(/write(64)?\(\d+<[^>]*INBOX\.jsonl>.*\[\\"f\\",1,/);
    const journalSynced = lines.findIndex(
      (line, index) => index > journalled && /fsync\(\d+<[^>]*INBOX\.jsonl>/.test(line),
    );
    const told = first(/write\(1<.*stored 1/);
    const order = [
      written,
      synced,
      Math.min(...renames),
      Math.max(...renames),
      folderSynced,
      journalled,
      journalSynced,
      told,
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  },
);

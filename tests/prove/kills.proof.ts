import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * 300 runs end by SIGKILL at random moments: 100 in each layout while they fetch, 50 in each while they rename after
 * a change of UIDVALIDITY. After each nothing is lost, half or doubled, and the next run completes.
 */
export async function prove(scale: number): Promise<void> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const files = ['tests/accidents/crash.test.ts', 'tests/accidents/uidvalidity.test.ts'];
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', ...files, '--testNamePattern', 'SIGKILL'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MAILSTOW_PROOF: String(scale) } },
  );
  assert.equal(status, 0);
}

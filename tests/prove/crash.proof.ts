import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A child that stores, and one that renumbers, ends before every single step in both layouts; the tests take every eighth. */
export async function prove(scale: number): Promise<void> {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/engine/archive/crash.test.ts'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MAILSTOW_PROOF: String(scale) } },
  );
  assert.equal(status, 0);
}

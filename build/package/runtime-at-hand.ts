import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronPackage, findRuntime } from '../../electron/start/find-runtime.ts';

/** An Electron runtime that need not be downloaded, as electron-builder wants to be told of it. */
export interface RuntimeAtHand {
  readonly electronDist: string;
  readonly electronVersion: string;
}

/** The one that `npm start` would show the window with, if there is one. */
export function runtimeAtHand(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  folder = electronPackage(),
): RuntimeAtHand | undefined {
  if (folder === undefined || findRuntime(folder, env, platform) === undefined) return undefined;
  const electronDist = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const version = join(electronDist, 'version');
  if (!existsSync(version)) return undefined;
  const electronVersion = readFileSync(version, 'utf8').trim().replace(/^v/, '');
  return { electronDist, electronVersion };
}

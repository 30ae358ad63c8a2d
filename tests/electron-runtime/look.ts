import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronPackage, findRuntime } from '../../electron/start/find-runtime.ts';
import { isInstalled } from '../tools.ts';
import { madeRuntime, whyNone } from './make-runtime.ts';

/** The Electron that shows the desktop app in tests, or why there is none. */
export type Runtime =
  | { readonly program: string; readonly version: string }
  | { readonly missing: string };

/** Electron's own runtime where it is installed, else the made one; neither is fetched here. */
export function lookForRuntime(): Runtime {
  const { env, platform } = process;
  if (platform === 'linux' && !isInstalled('Xvfb')) return { missing: 'Xvfb is not installed' };
  const folder = electronPackage();
  const own = folder === undefined ? undefined : findRuntime(folder, env, platform);
  const program = own ?? join(madeRuntime(), 'electron');
  if (!existsSync(program)) return { missing: whyNone() ?? 'its runtime could not be fetched' };
  return { program, version: versionOf(program) };
}

function versionOf(program: string): string {
  // Of macOS the file lies outside of the application's folder.
  const file = join(program.replace(/\/Electron\.app\/.*$/, '/electron'), '../version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}

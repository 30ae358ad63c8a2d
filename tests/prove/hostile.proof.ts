import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

const letters = 500;

/**
 * 500 hostile letters are opened from the list of the app in Chromium, and in Electron where its runtime is: no script
 * runs or tries to, no request is begun or stopped by the page's policy alone, nothing stands still for a second. The
 * app's specs open a dozen.
 */
export async function prove(scale: number): Promise<void> {
  const env = { MAILSTOW_HOSTILE_LETTERS: String(Math.ceil(letters * scale)) };
  proveBySpecs(['hostile-many'], 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(['hostile-many'], 'electron', env);
}

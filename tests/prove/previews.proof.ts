import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

const files = 120;

/**
 * 120 hostile files, of the letters, the corpus of the search and the field cases, are looked at one after the other, in
 * Chromium and in Electron where its runtime is: nothing runs, nothing is requested, nothing stands still for a second.
 * The app's specs look at ten.
 */
export async function prove(scale: number): Promise<void> {
  const env = { MAILSTOW_HOSTILE_FILES: String(Math.ceil(files * scale)) };
  proveBySpecs(['hostile-files'], 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(['hostile-files'], 'electron', env);
}

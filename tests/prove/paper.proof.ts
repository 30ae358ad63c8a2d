import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

const letters = 60;

/**
 * All field cases and 60 hostile letters go on paper: as PDF by the app in Electron, where its runtime is, as the page
 * that a browser prints elsewhere. No script runs or tries to, no request is made, nothing holds up the app. The app's
 * specs take four of each.
 */
export async function prove(scale: number): Promise<void> {
  const env = { MAILSTOW_PAPER_LETTERS: String(Math.ceil(letters * scale)) };
  proveBySpecs(['paper-many'], 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(['paper-many'], 'electron', env);
}

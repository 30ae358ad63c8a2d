import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

/** A message of 16 MB over a line of 400 KB/s: the bar moves every second, and the time left is true, on both hosts. */
export async function prove(scale: number): Promise<void> {
  const env = { MAILSTOW_LARGE: String(16_000_000 * scale) };
  proveBySpecs(['e2e/slow-line'], 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(['e2e/slow-line'], 'electron', env);
}

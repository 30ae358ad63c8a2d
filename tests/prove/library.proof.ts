import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

const messages = 1_000_000;

/** The library of a million messages in a thousand folders of ten accounts, on both hosts. */
export async function prove(scale: number): Promise<void> {
  const env = { MAILSTOW_LIBRARY: String(Math.ceil(messages * scale)), STRICT_BOUNDS: '1' };
  proveBySpecs(['e2e/large-library'], 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(['e2e/large-library'], 'electron', env);
}

import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

const messages = 100_000;

/** The window with an account of 100,000 messages, and while a run stores 1,000 a second, on both hosts. */
export async function prove(scale: number): Promise<void> {
  const env = { MAILSTOW_SCALE: String(Math.ceil(messages * scale)), STRICT_BOUNDS: '1' };
  proveBySpecs(['e2e/scale'], 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(['e2e/scale'], 'electron', env);
}

import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

const folders = 1_000;

/** The window with 1,000 folders, 10 accounts and 100,000 messages: no task of the page takes 50 ms, on both hosts. */
export async function prove(scale: number): Promise<void> {
  const env = { MAILSTOW_FOLDERS: String(Math.ceil(folders * scale)), STRICT_BOUNDS: '1' };
  proveBySpecs(['e2e/many-folders'], 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(['e2e/many-folders'], 'electron', env);
}

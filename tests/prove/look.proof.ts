import { lookForRuntime } from '../electron-runtime/look.ts';
import { proveBySpecs } from './by-specs.ts';

/** Every screen held to WCAG 2.2 AA in both themes at four widths and with text of twice the size, on both hosts. */
export async function prove(): Promise<void> {
  const env = { MAILSTOW_LOOK: 'full' };
  const specs = ['e2e/screens', 'e2e/archive', 'e2e/run', 'e2e/dev'];
  proveBySpecs(specs, 'browser mode', env);
  if ('program' in lookForRuntime()) proveBySpecs(specs, 'electron', env);
}

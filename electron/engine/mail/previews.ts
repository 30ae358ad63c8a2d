import { setImmediate as turn } from 'node:timers/promises';
import { withMessage } from './message-file.ts';
import { previewOf } from './preview.ts';

/** The first words of several messages; whoever opens one meanwhile waits for one of them at most. */
export async function previews(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    found.push(await previewIn(path));
    await turn();
  }
  return found;
}

async function previewIn(path: string): Promise<string> {
  try {
    return await withMessage(path, previewOf);
  } catch {
    // Its row stands without them.
    return '';
  }
}

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, replaceUnsynced } from './atomic-file.ts';

/**
 * A JSON value that saves work and can be made anew.
 * @returns undefined where there is none; a damaged file counts as none
 */
export function readSpare<Shape>(
  path: string,
  isShape: (value: unknown) => value is Shape,
): Shape | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isShape(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the folder too. Not synced, see {@link replaceUnsynced}. */
export function writeSpare(path: string, text: string): void {
  makeFolder(dirname(path));
  replaceUnsynced(path, text);
}

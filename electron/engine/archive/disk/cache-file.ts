import { dirname } from 'node:path';
import { makeFoldersIn, replaceUnsynced } from './atomic-file.ts';
import { errorCode } from './disk-failure.ts';
import { readText } from './read-text.ts';

/**
 * A JSON value that saves work and can be made again.
 * @returns undefined where there is none; a damaged file counts as none
 */
export function readSpare<Shape>(
  path: string,
  isShape: (value: unknown) => value is Shape,
): Shape | undefined {
  try {
    const value: unknown = JSON.parse(readText(path) ?? '');
    return isShape(value) ? value : undefined;
  } catch (error) {
    if (errorCode(error) === undefined && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Writes nothing where the same is there already: in most runs nothing has changed. */
export function writeUnlessSame(path: string, text: string): void {
  if (readText(path) !== text) writeSpare(path, text);
}

/** Makes the folder too. Not synced, see {@link replaceUnsynced}. */
export function writeSpare(path: string, text: string): void {
  makeFoldersIn(dirname(dirname(path)), [dirname(path)]);
  replaceUnsynced(path, text);
}

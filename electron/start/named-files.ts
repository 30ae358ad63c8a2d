import { extname, resolve } from 'node:path';

/** Files of messages that a person named on the command line or opened from the file manager: absolute paths. */
export function namedFiles(parameters: readonly string[], folder: string): readonly string[] {
  return parameters
    .filter(each => !each.startsWith('-') && extname(each).toLowerCase() === '.eml')
    .map(each => resolve(folder, each));
}

import { wrong } from '../argument-values.ts';

/** The one argument of commands that look at an archive. */
export function onlyFolder(positionals: readonly string[]): string {
  const [folder, extra] = positionals;
  if (folder === undefined || folder === '') {
    throw wrong('The folder is missing', 'Name the folder of the archive.');
  }
  if (extra !== undefined) {
    throw wrong(`'${extra}' is one argument too many`, 'Give one folder.');
  }
  return folder;
}

import { sep } from 'node:path';

/** Folders of this thread in which others may use what is made too. */
const shared = new Set<string>();

/** @param folder absolute; what is made in it from here on has the modes that the system gives, or is its owner's alone */
export function setShared(folder: string, isShared: boolean): void {
  if (isShared) shared.add(folder);
  else shared.delete(folder);
}

/** Of a new file. */
export function fileMode(path: string): number {
  return isShared(path) ? 0o666 : 0o600;
}

/** Of a new folder. */
export function folderMode(path: string): number {
  return isShared(path) ? 0o777 : 0o700;
}

function isShared(path: string): boolean {
  for (const folder of shared) {
    if (path === folder || path.startsWith(folder + sep)) return true;
  }
  return false;
}

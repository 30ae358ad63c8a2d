import { chmodSync, type Dirent, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { entriesIn } from './disk/folder-entries.ts';
import type { ArchiveFormat } from './layout/archive-format.ts';

/** Modes of the group and of others. */
const ofOthers = 0o077;

/**
 * Takes what an earlier version made from everybody but the owner: message files, the folders of mailboxes and all of
 * our own folder. Other files, and the archive's folder itself, which somebody chose, keep their modes.
 * @returns how many files and folders others could use before
 */
export function makePrivate(folder: string, format: ArchiveFormat): number {
  let changed = 0;
  tighten(folder);
  return changed;

  /** @returns whether there is something of ours in it */
  function tighten(path: string, isOwn = false): boolean {
    let hasOurs = isOwn;
    for (const entry of entriesIn(folder, path)) {
      const inside = join(path, entry.name);
      const isOurs = entry.isDirectory()
        ? tighten(inside, isOwn || (path === folder && entry.name === defaults.ownFolder))
        : entry.isFile() && (isOwn || isMessageFile(entry, path === folder, format));
      if (!isOurs) continue;
      hasOurs = true;
      take(inside);
    }
    return hasOurs;
  }

  function take(path: string): void {
    const { mode } = lstatSync(path);
    if ((mode & ofOthers) === 0) return;
    chmodSync(path, mode & 0o7777 & ~ofOthers);
    changed += 1;
  }
}

/** Whether others can see what is in a folder. Windows has other rules, and keeps folders of a person private. */
export function isOpenToOthers(folder: string): boolean {
  const { mode } = lstatSync(`${folder}/.`);
  return process.platform !== 'win32' && (mode & 0o055) !== 0;
}

function isMessageFile(
  { name }: Dirent,
  isTop: boolean,
  { layout, extension }: ArchiveFormat,
): boolean {
  if (isTop && defaults.uidValidityFiles.some(file => file === name)) return true;
  if (layout === 'flat') return isTop && name.startsWith('MSG_') && name.endsWith(extension);
  return !isTop && name.endsWith(extension) && /\[[1-9][0-9]{0,9}\]\.[^[\]]*$/.test(name);
}

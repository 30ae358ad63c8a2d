import { createHash } from 'node:crypto';
import { lstatSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { MailstowError } from '../../errors.ts';
import { makeFoldersIn, syncFolder } from '../disk/atomic-file.ts';
import { beginning, roomOf } from '../layout/safe-name.ts';

/** Characters of a name in a mailbox's part of superseded/: with all folders above it a path is shorter than 200. */
const longestAside = 96;

/** What tells UID and kind in the names of both layouts. */
const ending = /[ _]\[?\d{1,10}\]?(\.[\w-]{1,27}){0,2}$/;

/** The name of a file that is kept aside: a long one is cut, with its hash, and keeps the end that tells its UID. */
export function nameAside(name: string): string {
  if (name.length <= longestAside) return name;
  const [end = ''] = ending.exec(name) ?? [];
  const stem = name.slice(0, name.length - end.length);
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${beginning(stem, roomOf(longestAside - end.length - 17))}~${hash}${end}`;
}

/** Moves a file out of the visible set, durably; nothing that was kept there before is overwritten. */
export function setAside(archive: string, path: string, folder: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  makeFoldersIn(archive, [folder]);
  renameSync(path, join(folder, freeName(folder, nameAside(basename(path)))));
  syncFolder(folder);
  syncFolder(dirname(path));
}

/** The name itself, or with ` (2)`, ` (3)` … behind it where it is taken. */
export function freeName(folder: string, name: string): string {
  let free = name;
  for (let number = 2; lstatSync(join(folder, free), { throwIfNoEntry: false }); number++) {
    free = `${name} (${number})`;
  }
  return free;
}

/**
 * Deletes for good what was kept aside for a mailbox.
 * @throws MailstowError `removal`, scope mailbox
 */
export async function removeSuperseded(folder: string, mailbox: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    throw new MailstowError('superseded-not-removed', {
      args: { mailbox, folder },
      mailbox,
      cause: error,
    });
  }
}

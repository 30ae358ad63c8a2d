import { lstatSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { MailstowError } from '../errors.ts';
import { makeFoldersIn, syncFolder } from './atomic-file.ts';

/** Moves a file out of the visible set, durably; nothing that was kept there before is overwritten. */
export function setAside(archive: string, path: string, folder: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  makeFoldersIn(archive, [folder]);
  renameSync(path, join(folder, freeName(folder, basename(path))));
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
    throw new MailstowError('removal', 'mailbox', {
      message: `The superseded messages of ${mailbox} could not all be removed.`,
      nextStep: `Remove the folder ${folder} yourself, then run it again.`,
      mailbox,
      cause: error,
    });
  }
}

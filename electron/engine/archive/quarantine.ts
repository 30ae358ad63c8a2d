import { join, relative } from 'node:path';
import { makeFoldersIn, writeAtomically } from './disk/atomic-file.ts';
import type { MailboxPlace } from './layout/mailbox-paths.ts';

/**
 * Keeps what the server sent for a message that cannot be stored, in the place of what was kept before.
 * @returns where it is, relative to the archive, with `/` between folders
 */
export function keepRaw(place: MailboxPlace, uid: number, bytes: Buffer): string {
  const path = join(place.quarantine, `${uid}.eml`);
  makeFoldersIn(place.archive, [place.quarantine]);
  writeAtomically(path, bytes);
  return relative(place.archive, path).replaceAll('\\', '/');
}

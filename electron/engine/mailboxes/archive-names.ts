import { ArchiveReader } from '../archive/archive-reader.ts';
import type { KnownNames } from '../run/choose/name-mailboxes.ts';

/**
 * What an archive remembers of names, so that a mailbox is called here as it is called there.
 * @throws MailstowError `output-folder` where there is no archive
 */
export function archiveNames(folder: string | undefined): KnownNames | undefined {
  return folder === undefined ? undefined : new ArchiveReader(folder).names;
}

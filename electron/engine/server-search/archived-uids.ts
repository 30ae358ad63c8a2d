import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { UidRanges } from '../protocol/response.ts';
import { fromNumbers, subtract } from '../protocol/uid-set.ts';
import { storedMailbox } from '../run/check/stored-mailboxes.ts';

/** What an archive has of one mailbox, here or under another one. */
export interface ArchivedUids {
  readonly uidValidity: number | undefined;
  readonly uids: UidRanges;
}

/**
 * What an archive has, by the key of the mailbox. Looks at every file of these.
 * @param isWanted says it of a key
 */
export function archivedUids(
  archive: ArchiveReader,
  isWanted: (key: string) => boolean,
): ReadonlyMap<string, ArchivedUids> {
  const archived = new Map<string, ArchivedUids>();
  for (const mailbox of archive.mailboxes()) {
    if (!isWanted(mailbox.name)) continue;
    const { uidValidity, uids } = storedMailbox(archive, mailbox);
    archived.set(mailbox.name, { uidValidity, uids: fromNumbers(uids) });
  }
  return archived;
}

/**
 * Those of a mailbox's messages that the archive does not have.
 * @param uidValidity of these UIDs
 * @param archived undefined where it has none of the mailbox
 * @returns undefined where the archive's numbers mean other messages
 */
export function notArchived(
  uids: UidRanges,
  uidValidity: number | undefined,
  archived: ArchivedUids | undefined,
): UidRanges | undefined {
  if (archived === undefined) return uids;
  return archived.uidValidity === uidValidity ? subtract(uids, archived.uids) : undefined;
}

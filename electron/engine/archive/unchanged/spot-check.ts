import { lstatSync } from 'node:fs';
import { sep } from 'node:path';
import { type JournalPosition, readJournalPiece } from '../journal/journal-tail.ts';
import { storedName } from '../journal/stored-record.ts';
import type { MailboxPlace } from '../layout/mailbox-paths.ts';

/** Max files checked per run (about 80 ms); covers all but large mailboxes. */
const filesAtOnce = 10_000;

/**
 * Looks at the files of some messages in the order of the journal, which must name each message once:
 * whether they are there with the size that they were stored with.
 * @param from where the last look ended; undefined for the beginning
 * @param limit files that are looked at; the journal's next few hundred may go beyond it
 * @returns where the next look begins (undefined after the end), or false where a file is not as it was stored
 */
export function lookOn(
  { journal, folder, layout }: MailboxPlace,
  from: JournalPosition | undefined,
  limit = filesAtOnce,
): { readonly next: JournalPosition | undefined } | false {
  let position = from;
  for (let left = limit; left > 0; ) {
    const piece = readJournalPiece(journal, position);
    if (piece === undefined || piece.isAnew) return false;
    for (const record of piece.records) {
      if (record.type !== 'stored') continue;
      const path = folder + sep + storedName(layout, record.kind, record.message);
      const stat = lstatSync(path, { throwIfNoEntry: false });
      if (!stat?.isFile() || stat.size !== record.message.size) return false;
      left -= 1;
    }
    if (piece.isLast) return { next: undefined };
    position = piece.position;
  }
  return { next: position };
}

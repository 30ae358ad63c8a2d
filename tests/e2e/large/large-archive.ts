import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveReader } from '../../../electron/engine/archive/archive-reader.ts';
import { recordFormat } from '../../../electron/engine/archive/layout/archive-format.ts';
import { openDatabase } from '../../../electron/engine/catalog/database.ts';
import { MailboxRows } from '../../../electron/engine/catalog/mailbox-rows.ts';
import { filePath } from '../../../electron/engine/catalog/message-file.ts';
import { SortIndexes } from '../../../electron/engine/catalog/sort-indexes.ts';
import { libraryRows } from '../../bench/library/rows.ts';

export interface LargeArchive {
  readonly folder: string;
  readonly messages: number;
  readonly folders: number;
  /** Tells its messages from those of other archives. */
  readonly number: number;
}

/** Messages of each folder that have a file, its newest: what a window shows of it. */
const withFiles = 60;
/** One conversation in so many goes on in another account. */
const shared = 50;
const minute = 60_000;

/** An archive of any size with its list, made by the functions that list what was stored; few messages have files. */
export function makeLargeArchive({ folder, messages, folders, number }: LargeArchive): void {
  const own = join(folder, '.mailstow');
  mkdirSync(own, { recursive: true });
  recordFormat(own, { layout: 'folders', extension: '.eml' }, true);
  const database = openDatabase(folder);
  const layouts = new ArchiveReader(folder);
  const mailboxes = Array.from({ length: folders }, (_, index) => nameOf(index));
  const rows = new Map<string, MailboxRows>();
  const perFolder = Math.floor(messages / 2 / folders);
  let index = 0;
  database.exec('BEGIN');
  for (const { author, sender, size, attachments, unread, subject } of libraryRows(messages)) {
    index += 1;
    // Half of it is in the inbox, one folder after the other has the rest.
    const isInbox = index * 2 <= messages || perFolder === 0;
    const at = Math.min(folders - 1, Math.floor((index - messages / 2) / Math.max(1, perFolder)));
    const mailbox = isInbox ? 'INBOX' : (mailboxes[at] ?? 'INBOX');
    const known = rows.get(mailbox) ?? new MailboxRows(database, mailbox);
    rows.set(mailbox, known);
    const date = 1_300_000_000_000 + index * 5 * minute;
    const name = `${index}.eml`;
    const flags = unread ? '' : '\\Seen';
    known.apply(
      {
        type: 'stored',
        kind: 'full',
        message: { uid: index, size, flags, internalDate: date, name },
      },
      {
        ...{ sender, author, attachments, date, recipients: 'Anna' },
        ...idsOf(number, index),
        subject: `${mailbox}: ${subject}`,
      },
    );
    const inFolder = (index - 1 - messages / 2) % Math.max(1, perFolder);
    const left = isInbox ? messages / 2 - index : perFolder - 1 - inFolder;
    if (left < withFiles) {
      const path = join(folder, filePath(layouts.layoutOf(mailbox), 'full', { uid: index, name }));
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, letter(author, subject, date));
    }
    if (index % 2_000 === 0) database.exec('COMMIT; BEGIN');
  }
  database.exec('COMMIT');
  const indexes = new SortIndexes(database);
  while (indexes.makeOne());
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function nameOf(index: number): string {
  return `Projects/${Math.floor(index / 10)}/${index % 10}`;
}

/** Each fourth message answers the one before it; one in a hundred is of one long conversation. */
function idsOf(account: number, index: number): { own: number; answered: number[] } {
  const base = account * 100_000_000;
  if (index % 100 === 0) return { own: base + index, answered: [base] };
  if (index % shared === 1) return { own: base + index, answered: [1_000_000_000 + index] };
  if (index % 4 === 0) return { own: base + index, answered: [base + index - 1] };
  return { own: base + index, answered: [] };
}

function letter(author: string, subject: string, date: number): string {
  const head = [
    `From: ${author}`,
    'To: Anna <anna@example.org>',
    `Subject: ${subject}`,
    `Date: ${new Date(date).toUTCString()}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${`A line of the report on ${subject}.\r\n`.repeat(20)}`;
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../../electron/engine/catalog/database.ts';
import { MailboxRows } from '../../../electron/engine/catalog/mailbox-rows.ts';
import { temporaryFolder } from './an-archive.ts';

/** A row as a test thinks of it. */
export interface SomeRow {
  readonly mailbox: string;
  readonly sender: string;
  readonly subject: string;
  readonly date: number;
  readonly size: number;
  readonly attachments: number;
  readonly unread: boolean;
  /** Numbers of message IDs: its own, and of those that it answers. */
  readonly own?: number | undefined;
  readonly answered?: readonly number[];
}

/** A catalog with these rows and no files, its ids counting from 1 in their order. */
export function catalogWith(rows: Iterable<SomeRow>): { folder: string; database: DatabaseSync } {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.mailstow'));
  const database = openDatabase(folder);
  const mailboxes = new Map<string, MailboxRows>();
  let uid = 0;
  database.exec('BEGIN');
  for (const { mailbox, size, unread, own, answered = [], ...row } of rows) {
    const known = mailboxes.get(mailbox) ?? new MailboxRows(database, mailbox);
    mailboxes.set(mailbox, known);
    uid += 1;
    known.apply(
      {
        type: 'stored',
        kind: 'full',
        message: {
          uid,
          size,
          flags: unread ? '' : '\\Seen',
          internalDate: row.date,
          name: `${uid}`,
        },
      },
      { ...row, author: row.sender, recipients: '', own, answered },
    );
  }
  database.exec('COMMIT');
  return { folder, database };
}

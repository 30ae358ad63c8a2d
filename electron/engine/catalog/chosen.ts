import type { DatabaseSync } from 'node:sqlite';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { PlacedMessage } from './catalog-calls.ts';
import { textIn } from './columns.ts';
import { locate } from './locate.ts';
import { listedIn } from './page-sql.ts';

/** All ids of a list, oldest first; about 8 bytes a message on their way to whoever asked. */
export function idsOf(database: DatabaseSync, mailbox: string | undefined): number[] {
  const { sql: listed, values } = listedIn(mailbox);
  const found = database
    .prepare(
      `SELECT json_group_array(id) AS ids
       FROM (SELECT id FROM messages WHERE ${listed} ORDER BY date, id)`,
    )
    .get(...values);
  return JSON.parse(textIn(found ?? {}, 'ids'));
}

/** Where messages are and what they are called; those that are not listed any more are left out. */
export function placesOf(
  database: DatabaseSync,
  archive: ArchiveReader,
  ids: readonly number[],
): PlacedMessage[] {
  const subject = database.prepare('SELECT subject FROM messages WHERE id = ?');
  return ids.flatMap(id => {
    const place = locate(database, archive, id);
    return place === undefined
      ? []
      : [{ ...place, id, subject: textIn(subject.get(id) ?? {}, 'subject') }];
  });
}

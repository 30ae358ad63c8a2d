import type { DatabaseSync } from 'node:sqlite';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { PlacedMessage } from './catalog-calls.ts';
import { textIn } from './columns.ts';
import { locate } from './locate.ts';

/** Which messages a list has. */
export function listedIn(mailbox: string | undefined): { listed: string; values: string[] } {
  // A message that stands in several mailboxes counts once over all of them.
  if (mailbox === undefined) return { listed: 'origin IS NULL', values: [] };
  return { listed: 'mailbox = (SELECT id FROM mailboxes WHERE name = ?)', values: [mailbox] };
}

/** All ids of a list, oldest first; about 8 bytes a message on their way to whoever asked. */
export function idsOf(database: DatabaseSync, mailbox: string | undefined): number[] {
  const { listed, values } = listedIn(mailbox);
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

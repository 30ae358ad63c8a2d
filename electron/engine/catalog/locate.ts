import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { MessageKind } from '../archive/layout/kind.ts';
import type { MailboxLayout } from '../archive/layout/layout.ts';
import type { CatalogPlace } from './catalog-calls.ts';
import { numberIn, textIn } from './columns.ts';
import { filePath } from './message-file.ts';
import { isHeadersOnly } from './queries.ts';

/** Where a listed message is; undefined where it is not listed any more. */
export function locate(
  database: DatabaseSync,
  archive: ArchiveReader,
  id: number,
): CatalogPlace | undefined {
  const row = database
    .prepare(
      `SELECT listed.date, kept.uid, kept.kind, kept.name, mailboxes.name AS mailbox
       FROM messages AS listed
       JOIN messages AS kept ON kept.id = coalesce(listed.origin, listed.id)
       JOIN mailboxes ON mailboxes.id = kept.mailbox
       WHERE listed.id = ?`,
    )
    .get(id);
  if (row === undefined) return undefined;
  const layout = archive.layoutOf(textIn(row, 'mailbox'));
  const kind = textIn(row, 'kind') as MessageKind;
  const uid = numberIn(row, 'uid');
  const name = typeof row.name === 'string' ? { name: row.name } : {};
  const usual = filePath(layout, kind, { uid, ...name });
  const path = existsSync(join(archive.folder, usual))
    ? usual
    : (renamedPath(layout, kind, uid) ?? usual);
  return {
    path: join(archive.folder, path),
    headersOnly: isHeadersOnly(kind),
    date: numberIn(row, 'date'),
  };
}

/** A person may call a file as they like, as long as its number stays. */
function renamedPath(layout: MailboxLayout, kind: MessageKind, uid: number): string | undefined {
  let found: string | undefined;
  for (const file of layout.files()) {
    if (file.kind === kind && file.uid === uid) found = filePath(layout, kind, file);
  }
  return found;
}

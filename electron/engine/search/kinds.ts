import type { DatabaseSync } from 'node:sqlite';
import { attachmentKinds } from '../../../shared/search/attachment-kinds.ts';
import { numberIn } from '../catalog/columns.ts';
import type { KindSum } from './search-calls.ts';
import { expressionOf } from './words-expression.ts';

/** Row ids in which one kind is looked for between two pauses: at most some 50 ms. */
const together = 100_000;

/**
 * How many messages have an attachment of each kind, and how large these messages are: what `type:` finds. Others may
 * ask in between.
 * @param isStill whether the database is still open
 * @returns undefined where it was closed meanwhile
 */
export async function countKinds(
  database: DatabaseSync,
  isStill: () => boolean,
): Promise<KindSum[] | undefined> {
  const ends = database.prepare('SELECT min(id) AS first, max(id) AS last FROM documents').get();
  const [first, last] = [numberIn(ends ?? {}, 'first'), numberIn(ends ?? {}, 'last')];
  const count = database.prepare(
    `SELECT count(*) AS messages, total(documents.size) AS bytes
     FROM words CROSS JOIN documents ON documents.id = words.rowid
     WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? AND documents.message IS NOT NULL`,
  );
  const kinds: KindSum[] = [];
  for (const type of Object.keys(attachmentKinds)) {
    const words = expressionOf({ kind: 'type', type, not: false });
    let [messages, bytes] = [0, 0];
    for (let start = first; start <= last; start += together) {
      const row = count.get(words, start, start + together - 1) ?? {};
      messages += numberIn(row, 'messages');
      bytes += numberIn(row, 'bytes');
      await new Promise(resolve => setImmediate(resolve));
      if (!isStill()) return undefined;
    }
    if (messages > 0) kinds.push({ type, messages, bytes });
  }
  return kinds;
}

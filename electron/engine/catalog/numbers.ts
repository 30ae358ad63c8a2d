import type { DatabaseSync } from 'node:sqlite';
import type { CatalogNumbers, NumbersQuery, SenderSum } from './catalog-calls.ts';
import { textIn } from './columns.ts';
import { Tally } from './tally.ts';

/** Messages, or authors, that are read between two pauses: some 20 ms. */
const together = 20_000;
const authorsTogether = 2_000;
/** Authors that are told apart by their addresses: of more, those with the most messages. */
const mostAuthors = 20_000;
/** Enough to be added to those of other accounts. */
const mostSenders = 200;

/**
 * Goes through the whole list in pieces, and lets others ask in between: about a second for a million messages.
 * @param isStill whether the database is still open
 * @returns undefined where it was closed meanwhile
 */
export async function countNumbers(
  database: DatabaseSync,
  query: NumbersQuery,
  isStill: () => boolean,
): Promise<CatalogNumbers | undefined> {
  const tally = new Tally(query);
  for (let after = 0; ; ) {
    const piece = pieceAfter(database, after);
    tally.add(piece);
    const last = piece.ids.at(-1);
    if (last === undefined) break;
    after = last;
    if (!(await pause(isStill))) return undefined;
  }
  const senders = new Map<string, SenderSum & { readonly author: number }>();
  const authors = tally.authorsWithMost(mostAuthors);
  for (let start = 0; start < authors.length; start += authorsTogether) {
    const some = authors.slice(start, start + authorsTogether);
    for (const { id, address } of addressesOf(database, some)) {
      const { messages, bytes } = tally.ofAuthor(id);
      const before = senders.get(address);
      // Authors with more messages come first, and give the name.
      const author = before?.author ?? id;
      const sum = {
        messages: messages + (before?.messages ?? 0),
        bytes: bytes + (before?.bytes ?? 0),
      };
      senders.set(address, { name: '', address, author, ...sum });
    }
    if (!(await pause(isStill))) return undefined;
  }
  const most = firstOf(senders.values());
  const name = database.prepare('SELECT sender FROM messages WHERE id = ?');
  return {
    ...tally.sums(),
    senders: most.map(({ author, ...sender }) => ({
      ...sender,
      name: textIn(name.get(tally.ofAuthor(author).lastId) ?? {}, 'sender'),
    })),
  };
}

/** Those with the most messages, and those with the most bytes. */
function firstOf<Sum extends SenderSum>(senders: Iterable<Sum>): Sum[] {
  const all = [...senders];
  const first = (of: 'messages' | 'bytes') =>
    all.toSorted((a, b) => b[of] - a[of]).slice(0, mostSenders);
  return [...new Set([...first('messages'), ...first('bytes')])];
}

/** One text of all: a row for each would take longer than finding them. */
function pieceAfter(database: DatabaseSync, after: number) {
  const row =
    database
      .prepare(
        `SELECT json_group_array(id) AS ids, json_group_array(author) AS authors,
           json_group_array(date) AS dates, json_group_array(size) AS sizes
         FROM (SELECT id, author, date, size FROM messages NOT INDEXED
           WHERE id > ? AND origin IS NULL ORDER BY id LIMIT ?)`,
      )
      .get(after, together) ?? {};
  const column = (name: string): number[] => JSON.parse(textIn(row, name));
  return {
    ids: column('ids'),
    authors: column('authors'),
    dates: column('dates'),
    sizes: column('sizes'),
  };
}

function* addressesOf(database: DatabaseSync, authors: readonly number[]) {
  const keyOf = database.prepare('SELECT key FROM authors WHERE id = ?');
  for (const id of authors) {
    const key = textIn(keyOf.get(id) ?? {}, 'key');
    yield { id, address: /<([^<>]+)>/.exec(key)?.[1] ?? key };
  }
}

async function pause(isStill: () => boolean): Promise<boolean> {
  await new Promise(resolve => setImmediate(resolve));
  return isStill();
}

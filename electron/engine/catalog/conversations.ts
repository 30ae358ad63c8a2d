import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type {
  CatalogConversation,
  CatalogConversationRow,
  CatalogMember,
  CatalogMembers,
  ConversationAsked,
  MembersQuery,
} from './catalog-calls.ts';
import { numberIn, type Row } from './columns.ts';
import { listedIn } from './page-sql.ts';
import { rowColumns, rowOf, rowTables } from './queries.ts';

/** IDs of a conversation that are handed to other accounts: those that were seen last. */
const mostIds = 200;
/** Messages of a conversation that are shown or taken together, the newest. */
export const mostShown = 500;

/** What belongs together in one catalog, by a message of it or by the IDs that another catalog gave. */
export class Conversations {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  members({ asked, most, list }: MembersQuery): CatalogMembers[] {
    const { sql: listed, values } = listedIn(list?.mailbox);
    const ofThread = this.#database.prepare(
      `SELECT id, own FROM messages WHERE thread = ? AND ${listed} ORDER BY date DESC LIMIT ?`,
    );
    const itself = this.#database.prepare('SELECT id, own FROM messages WHERE id = ?');
    return asked.map(each => {
      const threads = this.#threads(each);
      const found = [
        ...('message' in each ? itself.all(each.message) : []),
        ...threads.flatMap(thread => ofThread.all(thread, ...values, most)),
      ];
      const members = new Map(found.map(row => [numberIn(row, 'id'), memberOf(row)]));
      return { ids: this.#ids(threads), members: [...members.values()] };
    });
  }

  /** The newest of its messages, newest first, and the one that it is asked by. */
  rows(asked: ConversationAsked): CatalogConversation {
    const threads = this.#threads(asked);
    const select = `SELECT ${rowColumns}, messages.own FROM ${rowTables}`;
    const found = threads.flatMap(thread =>
      this.#database
        .prepare(
          `${select} WHERE messages.thread = ? AND messages.origin IS NULL
           ORDER BY messages.date DESC LIMIT ${mostShown}`,
        )
        .all(thread),
    );
    const rows = new Map(found.map(row => [numberIn(row, 'id'), conversationRow(row)]));
    if ('message' in asked && !rows.has(asked.message)) {
      // Of a message that stands in several folders, the copy that is looked at.
      const itself = this.#database.prepare(`${select} WHERE messages.id = ?`).get(asked.message);
      if (itself !== undefined) rows.set(asked.message, conversationRow(itself));
    }
    return { ids: this.#ids(threads), rows: [...rows.values()] };
  }

  #threads(asked: ConversationAsked): number[] {
    const found =
      'message' in asked
        ? this.#numbers('SELECT thread AS number FROM messages WHERE id = ?', [asked.message])
        : this.#numbers(
            `SELECT DISTINCT thread AS number FROM message_ids
             WHERE id IN (SELECT value FROM json_each(?))`,
            [JSON.stringify(asked.ids)],
          );
    return found.filter(thread => thread > 0);
  }

  #ids(threads: readonly number[]): number[] {
    return threads.flatMap(thread =>
      this.#numbers('SELECT id AS number FROM message_ids WHERE thread = ? LIMIT ?', [
        thread,
        mostIds,
      ]),
    );
  }

  #numbers(sql: string, values: readonly SQLInputValue[]): number[] {
    return this.#database
      .prepare(sql)
      .all(...values)
      .map(row => numberIn(row, 'number'));
  }
}

function conversationRow(row: Row): CatalogConversationRow {
  return { ...rowOf(row), ...memberOf(row) };
}

function memberOf(row: Row): CatalogMember {
  return { id: numberIn(row, 'id'), own: typeof row.own === 'number' ? row.own : undefined };
}

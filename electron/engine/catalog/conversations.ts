import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type {
  CatalogConversation,
  CatalogConversationRow,
  ConversationAsked,
} from './catalog-calls.ts';
import { numberIn, type Row } from './columns.ts';
import { rowColumns, rowOf, rowTables } from './queries.ts';

/** IDs of a conversation that are handed to other accounts: those that were seen last. */
const mostIds = 200;
/** Messages of a conversation that are counted for a row of the list. */
const mostCounted = 100;
/** Messages of a conversation that are shown, the newest. */
export const mostShown = 500;

/** What belongs together in one catalog, by a message of it or by the IDs that another catalog gave. */
export class Conversations {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Of each: the numbers of its message IDs, and of its messages. */
  known(asked: readonly ConversationAsked[]): { ids: number[]; messages: number[] }[] {
    return asked.map(each => {
      const threads = this.#threads(each);
      return { ids: this.#ids(threads), messages: this.#messages(threads) };
    });
  }

  /** The newest of its messages, newest first. */
  rows(asked: ConversationAsked): CatalogConversation {
    const threads = this.#threads(asked);
    const rows = threads.flatMap(thread =>
      this.#database
        .prepare(
          `SELECT ${rowColumns}, messages.own FROM ${rowTables}
           WHERE messages.thread = ? AND messages.origin IS NULL
           ORDER BY messages.date DESC LIMIT ${mostShown}`,
        )
        .all(thread),
    );
    return { ids: this.#ids(threads), rows: rows.map(conversationRow) };
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

  /** A message without an ID of its own is told apart by its row. */
  #messages(threads: readonly number[]): number[] {
    return threads.flatMap(thread =>
      this.#numbers(
        `SELECT coalesce(own, -id) AS number FROM messages
         WHERE thread = ? AND origin IS NULL ORDER BY date DESC LIMIT ?`,
        [thread, mostCounted],
      ),
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
  return { ...rowOf(row), own: typeof row.own === 'number' ? row.own : undefined };
}
